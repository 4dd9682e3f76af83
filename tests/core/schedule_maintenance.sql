-- pg_cron is used where it is.
begin;
select plan(8);

-- pg_cron lives in one database of a cluster, so here a stand-in with its signature tells what was asked.
-- Where the real one is installed the deploy has used it, and this test must not.
select ok(not core.schedule_maintenance() or exists (select from pg_extension where extname = 'pg_cron'), 'without pg_cron nothing is scheduled, and it says so');
create schema if not exists cron;
create table cron.job (jobid bigint generated always as identity, jobname text unique, schedule text, command text, active boolean default true);
create function cron.schedule(text, text, text) returns bigint language sql
begin atomic
  insert into cron.job (jobname, schedule, command) values ($1, $2, $3)
  on conflict (jobname) do update set schedule = excluded.schedule returning jobid;
end;
grant usage on schema cron to gamekeeper;
grant select on cron.job to gamekeeper;
select ok(not ok, 'health asks for the job where pg_cron has none') from core.health() where name = 'core.scheduler';
select ok(core.schedule_maintenance(), 'with pg_cron the job is made');
select ok(core.schedule_maintenance('*/10 * * * *'), 'the schedule of the job can be changed');
select is((select array_agg(row(schedule, command)::text) from cron.job), array[row('*/10 * * * *', 'call core.maintain()')::text], 'there is one job, which calls core.maintain()');
insert into core.scheduled_calls (job, command) values ('gamekeeper-sample', 'select');
select matches(detail, 'has no active job .*gamekeeper-sample', 'health names the job that another system has to have') from core.health() where name = 'core.scheduler' and not ok;
insert into cron.job (jobname, active) select job, job <> 'gamekeeper-sample' from core.scheduled_calls where job <> 'gamekeeper-maintain';
select ok(not ok, 'a job that was switched off is missing') from core.health() where name = 'core.scheduler';
update cron.job set active = true;
select ok(ok, 'health is satisfied by all the jobs') from core.health() where name = 'core.scheduler';

select * from finish();
rollback;
