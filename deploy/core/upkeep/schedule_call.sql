-- Deploy gamekeeper:core/upkeep/schedule_call to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Runs as its caller: pg_cron notes whose job it is, and that must be somebody who may make the call. The name makes a second
-- call replace the first job.
create function core.schedule_call(job text, schedule text, command text)
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
    using schedule_call.job, schedule_call.schedule, schedule_call.command;
  return true;
end
$$;
comment on function core.schedule_call(text, text, text) is
  'Has pg_cron run a command under the name of a job, as the caller; true when it does, false where pg_cron is not installed in this '
  'database or the caller may not use it. [helper]';
revoke all on function core.schedule_call(text, text, text) from public;
commit;
