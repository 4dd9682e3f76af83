-- Deploy gamekeeper:core/watching/statement_gauges to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The extension lies in a schema of its deployer's choice, or nowhere. It shows the statements of others to pg_monitor alone, so
-- this runs as its caller. Statements are told by the function that they call, so that none of their words is.
create function core.statement_gauges()
returns table (function text, calls bigint, seconds double precision)
language plpgsql
stable
set search_path = pg_temp
as $$
declare
  _schema text;
begin
  select n.nspname::text into _schema
  from pg_catalog.pg_extension as e
  join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
  where e.extname = 'pg_stat_statements';
  if _schema is null then
    return;
  end if;
  for statement_gauges.function, statement_gauges.calls, statement_gauges.seconds in execute format(
    $query$
    select f.name, sum(s.calls)::bigint, sum(s.total_exec_time)::double precision / 1000
    from %I.pg_stat_statements as s
    cross join lateral substring(s.query from '\m((?:slots|cards|xp|sparc)\.[a-z_0-9]+)\s*\(') as f (name)
    where s.dbid = (select d.oid from pg_catalog.pg_database as d where d.datname = current_database())
      and exists (
        select
        from pg_catalog.pg_proc as p
        where p.pronamespace = to_regnamespace(split_part(f.name, '.', 1)) and p.proname = split_part(f.name, '.', 2)
      )
    group by f.name
    order by f.name
    $query$, _schema
  ) loop
    return next;
  end loop;
exception
  -- its library is not loaded, or its schema is closed to the caller
  when object_not_in_prerequisite_state or insufficient_privilege then
    return;
end
$$;
comment on function core.statement_gauges() is
  'For monitoring: calls and time of the statements that call a function of the package, by the first that each names, as '
  'pg_stat_statements counts them; nothing where it is missing, or its caller may not see the statements of others. [service]';
revoke all on function core.statement_gauges() from public;
grant execute on function core.statement_gauges() to service_role, gamekeeper_monitor;
commit;
