-- Deploy gamekeeper:core/callers/require_caller to pg
-- requires: core/callers/is_service core/callers/require_user
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.require_caller()
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
comment on function core.require_caller() is
  'The id of the calling user; null for the service, which may call too. Raises: UNAUTHENTICATED. [helper]';
revoke all on function core.require_caller() from public;
commit;
