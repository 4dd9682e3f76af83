-- Deploy gamekeeper:core/is_service to pg
-- requires: auth/role core/is_trusted
begin;
set local role gamekeeper;
-- Every command of the service asks this first, and a backend answers it anew in each transaction: the
-- usual case, SET ROLE service_role as PostgREST does, is one expression that Postgres puts in line.
create function core.is_service()
returns boolean
language sql
stable
parallel safe
return case
  when current_setting('role') = 'service_role' then coalesce(auth.role(), 'service_role') = 'service_role'
  else core.is_trusted()
end;
comment on function core.is_service() is
  'Whether the caller is the trusted service: connected or SET ROLE as service_role (or as the deployer), and not claiming less.';
revoke all on function core.is_service() from public;
grant execute on function core.is_service() to anon, authenticated, service_role;
commit;
