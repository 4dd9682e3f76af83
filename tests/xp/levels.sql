-- Levels: a curve as data, levels that follow lifetime XP, and each reached once.
begin;
select plan(55);
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
create function pg_temp.ups(name text) returns integer[] language sql return array(select u.level from xp.xp_level_ups as u where u.user_id = pg_temp.account(name) order by 1);
create function pg_temp.level(name text) returns text language sql
return (select format('%s %s %s %s', l.lifetime_xp, l.level, l.xp_in_level, l.xp_to_next) from xp.user_level(pg_temp.account(name)) as l);
create function pg_temp.reached(name text, amount bigint, key text, kind text default null) returns integer language sql
return (select g.level_reached from xp.grant_xp(pg_temp.account(name), amount, 'EVENT', test.user(key), kind => kind) as g);
create function pg_temp.problems(levels bigint[]) returns jsonb language plpgsql as $$
declare
  _detail text;
begin
  perform xp.set_levels(problems.levels);
  return null;
exception when others then
  get stacked diagnostics _detail = pg_exception_detail;
  return _detail;
end
$$;
select test.xp_activate('daily', test.xp_policy());
select test.xp_user(n) from unnest('{ann, bob, cat, dan}'::text[]) as n;

-- without a curve
select test.as_owner();
select is(pg_temp.level('ann'), '0   ', 'without a curve there is no level');
select is(pg_temp.reached('ann', 40, 'a0'), null, 'without a curve a grant reaches nothing');
select is((select c.level_reached from xp.claim_at(test.user('dan')::text, 'daily', test.user('d0'), '2026-03-01 12:00Z') as c), null, 'without a curve a claim reaches nothing');
select is_empty('select from xp.xp_level_ups', 'without a curve nothing is noted');

-- the curve
select test.as_user(test.user('ann'));
select throws_ok($$select xp.set_levels('{0, 100}')$$, 'KG003', null, 'a user sets no levels');
select test.as_operator(test.user('op'));
select throws_ok(format('select xp.set_levels(%L)', l), 'KG001', null, format('%s is no curve', coalesce(left(l::text, 60), 'null')))
from unnest(array[null, '{5}', '{0, null}', '{0, 100, 100}', '{0, 100, 99}', '{0, 0}', '{0, -1}', '{0, 1000000000000001}', '{{0, 1}, {2, 3}}', (select array_agg(n)::text from generate_series(0, 1000) as n)]) as l;
select is(pg_temp.problems('{1, 5, 5}') -> 'problems' -> 1 ->> 'path', 'levels[2]', 'who sets a wrong curve is told every problem at once');
select results_eq($$select level, xp from xp.set_levels('{0, 100, 250, 1000}')$$, 'values (1, 0::bigint), (2, 100), (3, 250), (4, 1000)', 'an operator sets a curve');
select test.as_owner();
select results_eq(
  $$select p.path, p.message from xp.level_problems('{1, 5, 5, null, 4}') as p$$,
  $$values ('levels[0]', 'must be 0: everybody has level 1'), ('levels[2]', 'must be above the entry before'), ('levels[3]', 'is missing')$$, 'a curve is told all that is wrong with it, by path'
);
select is((select count(*) from core.audit_log as a where a.table_name = 'xp.xp_levels'), 4::bigint, 'who set the levels is on record');
select test.as_operator(test.user('op'));
select xp.set_levels('{0, 100, 250, 1000}');
select test.as_owner();
select is((select count(*) from core.audit_log as a where a.table_name = 'xp.xp_levels'), 4::bigint, 'the same curve again writes nothing');

-- levels follow lifetime XP
select is(pg_temp.level('ann'), '40 1 40 60', 'everybody has level 1 from the start, and what the next one takes is shown');
select is(pg_temp.reached('ann', 59, 'a1'), null, 'a grant that ends one below a level reaches none');
select is(pg_temp.reached('ann', 1, 'a2'), 2, 'a grant that ends where a level begins reaches it');
select is(pg_temp.reached('ann', 1, 'a2'), 2, 'a grant that is sent again answers with what it reached');
select is(pg_temp.level('ann'), '100 2 0 150', 'a level begins with nothing in it');
select is(pg_temp.reached('ann', -90, 's1'), null, 'spending reaches no level');
select is(pg_temp.level('ann'), '100 2 0 150', 'spending lowers no level');
select is(pg_temp.reached('ann', 900, 'a3'), 4, 'a grant that passes several levels answers with the highest');
select is(pg_temp.ups('ann'), '{2,3,4}', 'a level that is passed is reached too');
select is(pg_temp.level('ann'), '1000 4 0 ', 'the highest level has no next one');
select results_eq(
  $$select distinct u.correlation_id, u.reward_day_id from xp.xp_level_ups as u where u.user_id = pg_temp.account('ann') and u.level > 2$$, $$values (test.user('a3'), null)$$,
  'what reached a level is on record'
);
select is(pg_temp.reached('ann', -800, 'c1', 'correction'), null, 'a correction reaches nothing');
select is(pg_temp.level('ann'), '200 2 100 50', 'a level follows a correction down');
select is(pg_temp.ups('ann'), '{2,3,4}', 'what was reached stays reached after a correction');
select is(pg_temp.reached('ann', 800, 'a4'), null, 'a level is reached for the first time but once');

-- claims
select is((select c.level_reached from xp.claim_at(test.user('bob')::text, 'daily', test.user('b1'), '2026-03-01 12:00Z') as c), 2, 'a claim tells which level it reached');
select is((select c.level_reached from xp.claim_at(test.user('bob')::text, 'daily', test.user('b1'), '2026-03-01 12:00:01Z') as c), 2, 'a claim that is sent again tells it too');
select is((select c.level_reached from xp.claim_at(test.user('bob')::text, 'daily', test.user('b2'), '2026-03-01 12:00:02Z') as c), 2, 'a claim that finds its day claimed tells it as it was written');
select is((select c.level_reached from xp.claim_at(test.user('bob')::text, 'daily', test.user('b3'), '2026-03-02 12:00Z') as c), null, 'a claim that reaches no level says so');
select is((select c.level_reached from xp.claim_at(test.user('dan')::text, 'daily', test.user('d1'), '2026-03-02 12:00Z') as c), 2, 'what was earned before there was a curve counts at the next earning');

-- another curve
select xp.set_levels('{0, 10, 20, 30, 40, 2000}');
select is(pg_temp.level('ann'), '1000 5 960 1000', 'levels follow a new curve at once');
select is(pg_temp.reached('ann', 1, 'a5'), 5, 'a level that a new curve gave is reached by the next earning');
select xp.set_levels('{0, 5000}');
select is(pg_temp.level('ann'), '1001 1 1001 3999', 'a steeper curve lowers the level');
select is(pg_temp.ups('ann'), '{2,3,4,5}', 'a new curve takes back nothing that was reached');
select throws_ok('delete from xp.xp_level_ups', 'KG008', null, 'what was reached is never removed');
select is_empty('select * from xp.set_levels(''{}'')', 'an empty list takes the curve away');

-- books, and accounts that become one
select xp.set_levels('{0, 100, 250}');
select is_empty('select * from xp.reconcile()', 'who has earned nothing since a curve was set is in order');
alter table xp.xp_levels disable trigger user;
update xp.xp_levels set set_at = '2026-01-01';
alter table xp.xp_levels enable trigger user;
select pg_temp.reached('cat', 300, 'k1');
alter table xp.xp_level_ups disable trigger user;
delete from xp.xp_level_ups as u where u.user_id = pg_temp.account('cat');
alter table xp.xp_level_ups enable trigger user;
select results_eq(
  'select kind, user_id, expected, actual from xp.reconcile()', $$values ('level', pg_temp.account('cat'), '{"level": 3}'::jsonb, '{"level": null}'::jsonb)$$, 'a level that is not noted is found'
);
select is(xp.rebuild_balances(), 1::bigint, 'a level that is not noted is repaired');
select is(pg_temp.ups('cat'), '{2,3}', 'a rebuild notes the levels below, too');
select is_empty('select * from xp.reconcile()', 'a repaired level leaves no difference');
select core.run_person_hooks('merge', test.user('ann'), test.user('bob'));
select core.run_person_hooks('merge', test.user('ann'), test.user('bob'));
select is(pg_temp.ups('bob'), '{2,3,4,5}', 'what one of two accounts that become one has reached counts as reached');
select is(pg_temp.reached('bob', 100000, 'b9'), null, 'nobody reaches a level again through another account of theirs');
insert into core.closed_persons (person_id, kind) values (test.user('bob'), 'erased') on conflict (person_id) do update set kind = 'erased';
select core.run_person_hooks('erase', test.user('bob'));
select is(pg_temp.ups('bob'), '{2,3,4,5}', 'levels stay under the number of an erased account');
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
