-- Deploy gamekeeper:slots/sessions/find_session to pg
-- requires: auth/uid core/errors/raise core/callers/is_service core/callers/require_user slots/sessions/sessions
begin;
set local role gamekeeper;
create function slots.find_session(session_id uuid)
returns slots.sessions
language plpgsql
stable
as $$
declare
  _caller uuid := auth.uid();
  _session slots.sessions;
begin
  select * into _session from slots.sessions as s where s.session_id = find_session.session_id;
  if _session.owner_id is distinct from _caller and not core.is_service() then
    perform core.require_user();
    _session := null;
  end if;
  if _session.session_id is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('session_id', find_session.session_id));
  end if;
  return _session;
end
$$;
comment on function slots.find_session(uuid) is
  'The caller''s session (any session for the service), without a lock. Raises: UNAUTHENTICATED, NOT_FOUND.';
revoke all on function slots.find_session(uuid) from public;
commit;
