-- Deploy gamekeeper:slots/sessions/lock_session to pg
-- requires: auth/uid core/errors/raise core/callers/is_service core/callers/require_user slots/sessions/sessions
begin;
set local role gamekeeper;
-- A stranger's call locks nothing: the owner is part of the lookup.
create function slots.lock_session(session_id uuid)
returns slots.sessions
language plpgsql
volatile
as $$
declare
  _caller uuid := auth.uid();
  _session slots.sessions;
begin
  select * into _session
  from slots.sessions as s
  where s.session_id = lock_session.session_id and s.owner_id = _caller
  for no key update;
  if not found then
    if core.is_service() then
      select * into _session
      from slots.sessions as s
      where s.session_id = lock_session.session_id
      for no key update;
    else
      perform core.require_user();
    end if;
    if _session.session_id is null then
      perform core.raise('NOT_FOUND', jsonb_build_object('session_id', lock_session.session_id));
    end if;
  end if;
  return _session;
end
$$;
comment on function slots.lock_session(uuid) is
  'The caller''s session (any session for the service), its row locked until the end of the transaction. Where a wallet is locked too, the session comes first. Raises: UNAUTHENTICATED, NOT_FOUND.';
revoke all on function slots.lock_session(uuid) from public;
commit;
