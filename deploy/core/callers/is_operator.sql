-- Deploy gamekeeper:core/callers/is_operator to pg
-- requires: core/callers/is_service auth/jwt
begin;
set local role gamekeeper;
create function core.is_operator()
returns boolean
language sql
stable
parallel safe
return core.is_service()
  or (auth.uid() is not null and coalesce(auth.jwt() -> 'app_metadata' ->> 'gamekeeper' = 'operator', false));
comment on function core.is_operator() is
  'Whether the caller is an operator: a user whose claims say app_metadata.gamekeeper = "operator" (only the identity service can set app_metadata), or the service.';
revoke all on function core.is_operator() from public;
grant execute on function core.is_operator() to anon, authenticated, service_role;
commit;
