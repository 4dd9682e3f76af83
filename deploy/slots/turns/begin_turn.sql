-- Deploy gamekeeper:slots/turns/begin_turn to pg
-- requires: slots/wallets/wallets slots/limits/accounts slots/sessions/sessions slots/turns/turn core/callers/is_service core/callers/user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.begin_turn(session slots.sessions)
returns slots.turn
language plpgsql
volatile
as $$
declare
  _turn slots.turn := row(
    begin_turn.session, null::slots.wallets, null::slots.accounts,
    array[]::slots.wallet_entries[], array[]::slots.gameplay_events[], array[]::slots.rl_store[],
    core.is_service(), core.user_id()
  )::slots.turn;
begin
  select w, a into _turn.wallet, _turn.account
  from slots.wallets as w
  join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency
  where w.wallet_id = begin_turn.session.current_wallet_id
  for no key update of w;
  return _turn;
end
$$;
comment on function slots.begin_turn(slots.sessions) is
  'A turn in which nothing has been done yet. The caller holds the locks of the account and of the session; the wallet is locked here. [helper]';
revoke all on function slots.begin_turn(slots.sessions) from public;
commit;
