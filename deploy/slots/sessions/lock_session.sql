-- Deploy gamekeeper:slots/sessions/lock_session to pg
-- requires: core/errors/raise core/callers/require_caller slots/sessions/sessions slots/wallets/wallets slots/limits/accounts core/shards/enter core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A stranger's call locks nothing: the owner is part of the lookup. What finds the account never changes in a session.
-- The account comes first, for what is done in the session moves its counters.
create function slots.lock_session(session_id uuid)
returns slots.sessions
language plpgsql
volatile
as $$
declare
  _caller constant uuid := core.require_caller();
  _session slots.sessions;
begin
  perform core.enter(core.slot_in(lock_session.session_id));
  perform
  from slots.sessions as s
  join slots.wallets as w on w.wallet_id = s.current_wallet_id
  join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency
  where s.session_id = lock_session.session_id and ((s.owner_id = _caller and s.deleted_at is null) or _caller is null)
  for no key update of a;
  select * into _session
  from slots.sessions as s
  where s.session_id = lock_session.session_id and ((s.owner_id = _caller and s.deleted_at is null) or _caller is null)
  for no key update;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('sessionId', lock_session.session_id));
  end if;
  return _session;
end
$$;
comment on function slots.lock_session(uuid) is
  'The caller''s session, if it did not go with a closed account (any session for the service), its row locked until the end of the transaction, after that of '
  'the account that it plays on. Where a wallet is locked too, it comes last. Raises: UNAUTHENTICATED, NOT_FOUND. [helper]';
revoke all on function slots.lock_session(uuid) from public;
commit;
