-- Deploy gamekeeper:core/upkeep/health_scheduler to pg
-- requires: core/upkeep/health_checks core/upkeep/scheduled_calls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_scheduler()
returns table (ok boolean, detail text, action text)
language plpgsql
stable
as $$
declare
  _calls constant text := (select string_agg(c.command, '; ' order by c.job) from core.scheduled_calls as c);
  _active text[];
  _missing text;
begin
  if to_regnamespace('cron') is null then
    return query select
      true,
      'pg_cron is not installed in this database: upkeep depends on another scheduler'::text,
      format('Have any scheduler run: %s', _calls);
  elsif not has_schema_privilege('cron', 'usage') or row_security_active('cron.job') then
    -- pg_cron shows a job only to the role that made it, which is the deployer.
    return query select
      true,
      'pg_cron is installed and hides its jobs from gamekeeper: core.upkeep tells whether it calls core.maintain()'::text,
      format('As the deployer: select * from cron.job; it has to have, active, %s', (select string_agg(c.job, ', ' order by c.job) from core.scheduled_calls as c));
  else
    execute format('select array_agg(jobname::text) from %I.job where active', 'cron') into _active;
    select string_agg(c.job, ', ' order by c.job) into _missing
    from core.scheduled_calls as c
    where c.job <> all (coalesce(_active, '{}'));
    return query select
      _missing is null,
      coalesce('pg_cron is installed, but has no active job ' || _missing, 'pg_cron calls ' || _calls),
      'As the deployer, call core.schedule_maintenance(), and the like of the system that the job is named for.'::text;
  end if;
end
$$;
comment on function core.health_scheduler() is
  'Whether pg_cron, where it is installed and lets gamekeeper see its jobs, has all of core.scheduled_calls. Without pg_cron it is no fault: core.health_upkeep tells whether somebody calls core.maintain(). [helper]';
revoke all on function core.health_scheduler() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.scheduler', 'core.health_scheduler()', 'pg_cron, where installed, makes every call that has to be made.');
commit;
