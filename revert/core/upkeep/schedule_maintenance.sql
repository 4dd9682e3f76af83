-- Revert gamekeeper:core/upkeep/schedule_maintenance from pg
begin;
do $$
begin
  if to_regclass('cron.job') is not null then
    execute $unschedule$select cron.unschedule(jobid) from cron.job where jobname = 'gamekeeper-maintain'$unschedule$;
  end if;
end
$$;
set local role gamekeeper;
delete from core.scheduled_calls where job = 'gamekeeper-maintain';
drop function core.schedule_maintenance(text);
commit;
