-- Deploy gamekeeper:core/upkeep/schedule_maintenance to pg
-- requires: core/upkeep/maintain
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Runs as its caller: pg_cron notes whose job it is, and that must be somebody who may call
-- core.maintain(). The name makes a second call replace the first job.
create function core.schedule_maintenance(schedule text default '*/5 * * * *')
returns boolean
language plpgsql
volatile
as $$
begin
  if to_regnamespace('cron') is null
    or not has_schema_privilege('cron', 'usage')
    or to_regprocedure('cron.schedule(text, text, text)') is null then
    return false;
  end if;
  execute format('select %I.schedule($1, $2, $3)', 'cron')
    using 'gamekeeper-maintain', schedule_maintenance.schedule, 'call core.maintain()';
  return true;
end
$$;
comment on function core.schedule_maintenance(text) is
  'Has pg_cron call core.maintain() on the given cron schedule, as the caller; true when it does, false where '
  'pg_cron is not installed in this database or the caller may not use it. The deployer calls it; the deploy does so '
  'once. [helper]';
revoke all on function core.schedule_maintenance(text) from public;
reset role;

do $$
begin
  perform core.schedule_maintenance();
end
$$;
commit;
