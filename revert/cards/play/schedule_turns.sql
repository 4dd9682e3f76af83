-- Revert gamekeeper:cards/play/schedule_turns from pg
begin;
do $$
begin
  if to_regclass('cron.job') is not null then
    execute $unschedule$select cron.unschedule(jobid) from cron.job where jobname = 'gamekeeper-turns'$unschedule$;
  end if;
end
$$;
set local role gamekeeper;
delete from core.scheduled_calls where job = 'gamekeeper-turns';
drop function cards.schedule_turns();
commit;
