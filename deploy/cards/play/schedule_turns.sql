-- Deploy gamekeeper:cards/play/schedule_turns to pg
-- requires: cards/play/run_turns core/upkeep/schedule_call core/upkeep/scheduled_calls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.schedule_turns()
returns boolean
language plpgsql
volatile
as $$
begin
  return core.schedule_call('gamekeeper-turns', '* * * * *', 'call cards.run_turns(55)');
end
$$;
comment on function cards.schedule_turns() is
  'Has pg_cron call cards.run_turns(55) every minute, as the caller; true when it does, false where pg_cron is not installed in this '
  'database or the caller may not use it. The deployer calls it; the deploy does so once. [helper]';
revoke all on function cards.schedule_turns() from public;
insert into core.scheduled_calls (job, command) values ('gamekeeper-turns', 'call cards.run_turns(55)');
reset role;

do $$
begin
  perform cards.schedule_turns();
end
$$;
commit;
