-- Deploy gamekeeper:core/upkeep/maintenance_steps to pg
-- requires: core/upkeep/upkeep_tasks core/partitions/partitioned_tables core/callers/require_service core/records/settings core/records/setting
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.settings (name, type, minimum, maximum, default_value, value, changed_by, meaning) values
  ('core.task_seconds', 'integer', 0, 3600, '60', '60', 'operator', 'For how many seconds one run of core.maintain() repeats a task that finds more than a batch of work; what is left waits for the next run. With 0 none is repeated.');

-- Partitions come last: in core.maintain_once(), dropping one locks its table against everybody until the end.
create function core.maintenance_steps()
returns table (task text, table_name text, seconds integer)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_service();
  return query
  select t.task, p.table_name, core.setting('core.task_seconds')::integer
  from core.upkeep_tasks as t
  left join pg_catalog.pg_proc as f on f.oid = to_regprocedure(t.function)
  left join core.partitioned_tables as p on f.pronargs = 1
  order by t.task = 'core.partitions', t.task, p.table_name;
end
$$;
comment on function core.maintenance_steps() is
  'The steps of core.maintain() in their order: each task, one for tables once for each table, and for how many seconds it may be repeated. Raises: FORBIDDEN. [service]';
revoke all on function core.maintenance_steps() from public;
grant execute on function core.maintenance_steps() to service_role;
commit;
