-- Deploy gamekeeper:slots/checks/require_caller to pg
-- requires: auth/uid core/callers/is_service core/callers/require_user slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.require_caller()
returns uuid
language plpgsql
stable
parallel safe
as $$
begin
  if core.is_service() then
    return null;
  end if;
  return core.require_user();
end
$$;
comment on function slots.require_caller() is
  'The user whose wallets and sessions the caller may reach; null for the service, which may reach all. Raises: UNAUTHENTICATED. [helper]';
revoke all on function slots.require_caller() from public;
commit;
