-- Deploy gamekeeper:core/callers/is_service to pg
-- requires: auth/role core/callers/is_trusted
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Asked by nearly every command, and a backend prepares it anew in each transaction: the roles that PostgREST
-- sets are told apart in one expression, so that the planner inlines it, all others by core.is_trusted().
create function core.is_service()
returns boolean
language sql
stable
parallel safe
return case current_setting('role')
  when 'authenticated' then false
  when 'anon' then false
  when 'service_role' then coalesce(auth.role(), 'service_role') = 'service_role'
  else core.is_trusted()
end;
comment on function core.is_service() is
  'Whether the caller is the trusted service: connected or SET ROLE as service_role (or as the deployer), and not claiming less. [helper]';
revoke all on function core.is_service() from public;
grant execute on function core.is_service() to authenticated, service_role;
commit;
