-- Deploy gamekeeper:core/callers/is_trusted to pg
-- requires: auth/jwt auth/role core/callers/session_role
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The real database role decides: the one of SET ROLE, else the one that logged in. It must be a member
-- of service_role or of the owner (the deployer and superusers are). Claims can only lower it: a
-- trusted session that claims another role, or a user's id without SET ROLE, acts as that user.
create function core.is_trusted()
returns boolean
language plpgsql
stable
parallel safe
set search_path = pg_temp
as $$
declare
  _role constant name := core.session_role();
begin
  if not (pg_has_role(_role, 'service_role', 'member') or pg_has_role(_role, 'gamekeeper', 'member')) then
    return false;
  end if;
  return coalesce(
    auth.role(), case when auth.jwt() ->> 'sub' is null or current_setting('role') <> 'none' then 'service_role' end
  ) is not distinct from 'service_role';
end
$$;
comment on function core.is_trusted() is
  'Whether the session''s real role, whatever its name, is one of the service''s and its claims claim no less: the general case of core.is_service(). [helper]';
revoke all on function core.is_trusted() from public;
grant execute on function core.is_trusted() to authenticated, service_role;
commit;
