-- Deploy gamekeeper:core/upkeep/health to pg
-- requires: core/errors/caught core/errors/caught_error core/upkeep/health_checks core/callers/require_operator core/callers/session_role
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because checks read what no client may. A check that fails itself is reported as one
-- that is not ok, and the others go on.
create function core.health()
returns table (name text, ok boolean, detail text, action text)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _check core.health_checks;
  _schema text;
  _function text;
  _error core.caught_error;
begin
  if not pg_has_role(core.session_role(), 'gamekeeper_monitor', 'member') then
    perform core.require_operator();
  end if;
  for _check in select * from core.health_checks as c order by c.name loop
    health.name := _check.name;
    begin
      select p.pronamespace::regnamespace::text, p.proname::text into _schema, _function
      from pg_catalog.pg_proc as p
      where p.oid = to_regprocedure(_check.function);
      execute format('select f.ok, f.detail, f.action from %I.%I() f', _schema, _function)
        into health.ok, health.detail, health.action;
    exception
      when others then
        health.ok := false;
        _error := core.caught(sqlstate, sqlerrm);
        health.detail := format('the check itself failed: %s: %s', _error.sqlstate, _error.message);
        health.action := 'Look into the function ' || _check.function || '.';
    end;
    return next;
  end loop;
end
$$;
comment on function core.health() is
  'One row per check: whether it is ok, what was seen, what to do. Operators, the service and gamekeeper_monitor. Raises: FORBIDDEN. [operator]';
revoke all on function core.health() from public;
grant execute on function core.health() to authenticated, service_role, gamekeeper_monitor;
commit;
