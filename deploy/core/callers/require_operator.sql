-- Deploy gamekeeper:core/callers/require_operator to pg
-- requires: core/errors/raise core/callers/is_operator
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.require_operator()
returns void
language plpgsql
stable
parallel safe
as $$
begin
  if not core.is_operator() then
    perform core.raise('FORBIDDEN');
  end if;
end
$$;
comment on function core.require_operator() is 'Passes only for an operator or the service. Raises: FORBIDDEN. [helper]';
revoke all on function core.require_operator() from public;
commit;
