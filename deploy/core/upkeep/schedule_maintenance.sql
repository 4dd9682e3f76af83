-- Deploy gamekeeper:core/upkeep/schedule_maintenance to pg
-- requires: core/upkeep/maintain core/upkeep/schedule_call core/upkeep/scheduled_calls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.schedule_maintenance(schedule text default '*/5 * * * *')
returns boolean
language plpgsql
volatile
as $$
begin
  return core.schedule_call('gamekeeper-maintain', schedule_maintenance.schedule, 'call core.maintain()');
end
$$;
comment on function core.schedule_maintenance(text) is
  'Has pg_cron call core.maintain() on the given cron schedule, as the caller; true when it does, false where '
  'pg_cron is not installed in this database or the caller may not use it. The deployer calls it; the deploy does so '
  'once. [helper]';
revoke all on function core.schedule_maintenance(text) from public;
insert into core.scheduled_calls (job, command) values ('gamekeeper-maintain', 'call core.maintain()');
reset role;

do $$
begin
  perform core.schedule_maintenance();
end
$$;
commit;
