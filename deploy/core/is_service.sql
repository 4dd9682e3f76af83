-- Deploy gamekeeper:core/is_service to pg
-- requires: auth/uid auth/role core/schema
begin;
set local role gamekeeper;
-- The real database role decides: the one of SET ROLE, else the one that logged in. It must be a member
-- of service_role or of the owner (the deployer and superusers are). Claims can only lower it: a
-- trusted session that claims another role, or a user's id without SET ROLE, acts as that user.
create function core.is_service()
returns boolean
language sql
stable
parallel safe
return (
  select (pg_has_role(_role, 'service_role', 'member') or pg_has_role(_role, 'gamekeeper', 'member'))
    and coalesce(
      auth.role(),
      case when auth.uid() is null or current_setting('role') <> 'none' then 'service_role' end
    ) is not distinct from 'service_role'
  from (
    select case current_setting('role') when 'none' then session_user else current_setting('role')::name end
  ) as caller (_role)
);
comment on function core.is_service() is
  'Whether the caller is the trusted service: connected or SET ROLE as service_role (or as the deployer), and not claiming less.';
revoke all on function core.is_service() from public;
grant execute on function core.is_service() to anon, authenticated, service_role;
commit;
