-- Deploy gamekeeper:slots/turns/lock_turn to pg
-- requires: core/errors/raise core/callers/require_caller core/callers/user_id core/keys/slot_in core/shards/has_map core/shards/enter slots/wallets/wallets slots/limits/accounts slots/sessions/sessions slots/turns/turn
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One statement locks what slots.lock_session and slots.begin_turn lock by three, in the same order: it locks in the order in
-- which it names the tables, and reads again what it waited for. A stranger's call locks nothing: the owner is part of the lookup.
create function slots.lock_turn(session_id uuid)
returns slots.turn
language plpgsql
volatile
as $$
declare
  _caller constant uuid := core.require_caller();
  _actor uuid := _caller;
  _turn slots.turn;
begin
  if _caller is null then
    _actor := core.user_id();
  end if;
  if core.has_map() then
    perform core.enter(core.slot_in(lock_turn.session_id));
  end if;
  select
    s, w, a, array[]::slots.wallet_entries[], array[]::slots.gameplay_events[], array[]::slots.rl_store[], _caller is null,
    _actor
  into _turn
  from slots.sessions as s
  join slots.wallets as w on w.wallet_id = s.current_wallet_id
  join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency
  where s.session_id = lock_turn.session_id and ((s.owner_id = _caller and s.deleted_at is null) or _caller is null)
  for no key update of a, s, w;
  if found then
    return _turn;
  end if;
  select
    s, null::slots.wallets, null::slots.accounts, array[]::slots.wallet_entries[], array[]::slots.gameplay_events[], array[]::slots.rl_store[],
    _caller is null, _actor
  into _turn
  from slots.sessions as s
  where s.session_id = lock_turn.session_id and s.current_wallet_id is null
    and ((s.owner_id = _caller and s.deleted_at is null) or _caller is null)
  for no key update;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('sessionId', lock_turn.session_id));
  end if;
  return _turn;
end
$$;
comment on function slots.lock_turn(uuid) is
  'A turn of the caller''s session in which nothing has been done yet (slots.lock_session, slots.begin_turn): the rows of the account, of the '
  'session and of the wallet are locked in this order until the end of the transaction. Raises: UNAUTHENTICATED, NOT_FOUND. [helper]';
revoke all on function slots.lock_turn(uuid) from public;
commit;
