-- Deploy gamekeeper:core/callers/is_operator to pg
-- requires: core/callers/is_service core/callers/session_role core/callers/user_id auth/jwt auth/role
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Claims make an operator of a user only, never of a stranger: by the database role and by the claimed one.
create function core.is_operator()
returns boolean
language sql
stable
parallel safe
return core.is_service() or (
  coalesce(auth.jwt() -> 'app_metadata' ->> 'gamekeeper' = 'operator', false)
  and core.user_id() is not null
  and auth.role() is distinct from 'anon'
  and (
    pg_has_role(core.session_role(), 'authenticated', 'member')
    or pg_has_role(core.session_role(), 'service_role', 'member')
    or pg_has_role(core.session_role(), 'gamekeeper', 'member')
  )
);
comment on function core.is_operator() is
  'Whether the caller is an operator: a user whose claims say app_metadata.gamekeeper = "operator" (only the identity service can set app_metadata), or the service. [helper]';
revoke all on function core.is_operator() from public;
grant execute on function core.is_operator() to authenticated, service_role;
commit;
