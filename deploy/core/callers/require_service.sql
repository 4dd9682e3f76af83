-- Deploy gamekeeper:core/callers/require_service to pg
-- requires: core/errors/raise core/callers/is_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.require_service()
returns void
language plpgsql
stable
parallel safe
as $$
begin
  if not core.is_service() then
    perform core.raise('FORBIDDEN');
  end if;
end
$$;
comment on function core.require_service() is 'Passes only for the service. Raises: FORBIDDEN. [helper]';
revoke all on function core.require_service() from public;
commit;
