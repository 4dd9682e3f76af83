-- Deploy gamekeeper:sparc/sessions/may_see_session to pg
-- requires: core/callers/is_service sparc/sessions/my_session_ids
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The policies of sessions say the same in a form that an index serves; tests/sparc/policies.sql compares the two.
create function sparc.may_see_session(session sparc.sessions)
returns boolean
language plpgsql
stable
parallel safe
as $$
begin
  return (may_see_session.session).is_public
    or (may_see_session.session).id in (select sparc.my_session_ids())
    or core.is_service();
end
$$;
comment on function sparc.may_see_session(sparc.sessions) is
  'Whether the caller sees a session: everybody a public one, its participants a private one, the service every one. '
  '[helper]';
revoke all on function sparc.may_see_session(sparc.sessions) from public;
commit;
