-- Deploy gamekeeper:core/upkeep/health_scheduler to pg
-- requires: core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_scheduler()
returns table (ok boolean, detail text, action text)
language plpgsql
stable
as $$
declare
  _scheduled boolean := false;
begin
  if to_regnamespace('cron') is null then
    return query select
      true,
      'pg_cron is not installed in this database: upkeep depends on another scheduler'::text,
      'Have any scheduler run: call core.maintain();'::text;
  elsif not has_schema_privilege('cron', 'usage') or row_security_active('cron.job') then
    -- pg_cron shows a job only to the role that made it, which is the deployer.
    return query select
      true,
      'pg_cron is installed and hides its jobs from gamekeeper: core.upkeep tells whether it calls core.maintain()'::text,
      'As the deployer: select * from cron.job; and where gamekeeper-maintain is missing, select core.schedule_maintenance();'::text;
  else
    execute format('select exists (select from %I.job where jobname = $1 and active)', 'cron')
      into _scheduled using 'gamekeeper-maintain';
    return query select
      _scheduled,
      case when _scheduled then 'pg_cron calls core.maintain()' else 'pg_cron is installed, but has no job gamekeeper-maintain' end,
      'As the deployer, call core.schedule_maintenance().'::text;
  end if;
end
$$;
comment on function core.health_scheduler() is
  'Whether pg_cron, where it is installed and lets gamekeeper see its jobs, calls core.maintain(). Without pg_cron it is no fault: core.health_upkeep tells whether somebody calls it. [helper]';
revoke all on function core.health_scheduler() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.scheduler', 'core.health_scheduler()', 'pg_cron, where installed, calls core.maintain().');
commit;
