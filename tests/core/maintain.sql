-- Upkeep runs every task, each by itself.
begin;
select plan(13);

create function core.works() returns text language sql return 'done';
create function core.breaks() returns void language plpgsql as $$ begin insert into core.settings (name, type, default_value, value, meaning) values ('core.half', 'integer', '1', '1', 'x'); raise exception 'broken'; end $$;
alter function core.works() owner to gamekeeper;
alter function core.breaks() owner to gamekeeper;
insert into core.upkeep_tasks (task, function, meaning) values
  ('a.breaks', 'core.breaks()', 'x'), ('b.none', 'core.none()', 'x'), ('c.works', 'core.works()', 'x');
insert into core.rate_limits values ('old', array[now() - interval '2 days']), ('new', array[now()]);
select test.as_service();
create temporary table ran as select * from core.maintain_once() with ordinality as run (task, ok, detail, place);
select test.as_owner();
select is((select detail from ran where task = 'c.works' and ok), 'done', 'a task runs and its result is told');
select is((select task from ran order by place desc limit 1), 'core.partitions', 'partitions come last, because their locks last until the end');
select matches((select detail from ran where task = 'a.breaks' and not ok), '^P0001: broken$', 'a task that fails is told, not raised');
select is((select ok from ran where task = 'b.none'), false, 'a task whose function is missing is told, not raised');
select is((select count(*) from core.settings where name = 'core.half'), 0::bigint, 'what a failed task wrote is undone');
select cmp_ok((select ran_at from core.upkeep_tasks where task = 'c.works'), '>=', now(), 'the run is recorded');
select is(array(select subject from core.rate_limits where subject in ('old', 'new')), array['new'], 'rate limits of silent subjects are forgotten');
select ok(not ok and detail like '%a.breaks failed: P0001: broken%', 'health names the failed task') from core.health_upkeep();
select ok(
  (select failing_since >= now() and (runs, failed_runs) = (1, 1) from core.upkeep_tasks where task = 'a.breaks')
  and (select failing_since is null and (runs, failed_runs) = (1, 0) and last_seconds >= 0 and seconds = last_seconds from core.upkeep_tasks where task = 'c.works'),
  'the first run that fails tells since when, and the time of a run is kept'
);
update core.upkeep_tasks set failing_since = now() - interval '2 hours' where task = 'a.breaks';
select ok(not r.ok, 'a task that still fails says so') from core.run_task('a.breaks') as r;
create or replace function core.breaks() returns void language sql as 'select pg_sleep(0.01)';
create temporary table gauge as select * from core.task_gauges() where task = 'a.breaks';
select core.run_task('a.breaks');
select is(
  (select (g.failing, g.failing_seconds >= 7200, g.runs, g.failed_runs)::text from gauge as g)
  || (select (g.failing, g.failing_seconds, g.runs, g.failed_runs, g.last_run_seconds >= 0.01, g.run_seconds >= g.last_run_seconds)::text from core.task_gauges() as g where g.task = 'a.breaks'),
  '(1,t,2,2)(0,0,3,2,t,t)', 'failures count from the first of them and end with a run that succeeds'
);
select test.as_operator(test.user('olga'));
select throws_ok('select * from core.maintain_once()', '42501', null, 'an operator does not run upkeep');
select test.act_as('service_role', '{"role": "authenticated"}');
select throws_ok('select * from core.maintain_once()', 'KG003', null, 'a service that claims to be a user does not run upkeep');

select * from finish();
rollback;
