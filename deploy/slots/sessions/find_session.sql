-- Deploy gamekeeper:slots/sessions/find_session to pg
-- requires: core/errors/raise core/callers/require_caller slots/sessions/sessions core/shards/require_slot core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.find_session(session_id uuid)
returns slots.sessions
language plpgsql
stable
as $$
declare
  _caller constant uuid := core.require_caller();
  _session slots.sessions;
begin
  perform core.require_slot(core.slot_in(find_session.session_id));
  select * into _session
  from slots.sessions as s
  where s.session_id = find_session.session_id and ((s.owner_id = _caller and s.deleted_at is null) or _caller is null);
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('sessionId', find_session.session_id));
  end if;
  return _session;
end
$$;
comment on function slots.find_session(uuid) is
  'The caller''s session, if it did not go with a closed account (any session for the service), without a lock. Raises: UNAUTHENTICATED, NOT_FOUND. [helper]';
revoke all on function slots.find_session(uuid) from public;
commit;
