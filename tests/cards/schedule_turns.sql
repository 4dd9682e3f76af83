-- pg_cron moves games on every minute where it is.
begin;
select plan(4);

-- pg_cron lives in one database of a cluster, so here a stand-in with its signature tells what was asked.
-- Where the real one is installed the deploy has used it, and this test must not.
select ok(not cards.schedule_turns() or exists (select from pg_extension where extname = 'pg_cron'), 'without pg_cron no turns are scheduled, and it says so');
create schema if not exists cron;
create table cron.job (jobid bigint generated always as identity, jobname text unique, schedule text, command text, active boolean default true);
create function cron.schedule(text, text, text) returns bigint language sql
begin atomic
  insert into cron.job (jobname, schedule, command) values ($1, $2, $3)
  on conflict (jobname) do update set schedule = excluded.schedule returning jobid;
end;
grant usage on schema cron to gamekeeper;
select ok(cards.schedule_turns(), 'with pg_cron the job of turns is made');
select ok(cards.schedule_turns(), 'to make the job of turns again is a success');
select is((select array_agg(row(jobname, schedule, command)::text) from cron.job), array[row('gamekeeper-turns', '* * * * *', 'call cards.run_turns(55)')::text], 'there is one job of turns, every minute for 55 seconds');

select * from finish();
rollback;
