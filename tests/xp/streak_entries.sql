-- Freezes, refills and repairs: who may give them, what a claim makes of them, what the log keeps.
begin;
select plan(63);
select test.as_owner();
-- Two freezes held, two in one gap; no grace.
select test.xp_activate('daily', test.xp_policy('{"grace": {"allowedMisses": 0, "windowDays": 0}, "freezes": {"maxHeld": 2, "maxPerGap": 2}}'));
select test.xp_activate('plain', test.xp_policy('{"grace": {"allowedMisses": 0, "windowDays": 0}}'));
create temporary table people as
select n as name, test.xp_user(n, 'UTC', s) as user_id
from (values ('ann', null), ('bob', 'vip'), ('eve', null), ('kim', null), ('sam', null), ('liz', null)) as v (n, s);
grant select on people to public;
create function pg_temp.id(name text) returns bigint language sql return (select p.user_id from people as p where p.name = id.name);
create function pg_temp.freezes(name text) returns text language sql
return (select s.model_state ->> 'freezes' from xp.xp_streaks as s where s.user_id = pg_temp.id(freezes.name));
create function pg_temp.day(name text, policy_key text, day text) returns text language sql
as $$ select format('%s %s %s', c.streak_day, c.grace_used, c.longest_streak) from test.xp_claim(day.name, day.policy_key, (day.day || ' 12:00Z')::timestamptz) as c $$;

-- Who may.
select test.as_user(test.user('ann'));
select throws_ok($$select xp.grant_freeze(pg_temp.id('ann'), 1, 'A_GIFT', gen_random_uuid())$$, '42501', null, 'a user gives no freezes');
select throws_ok($$select xp.repair_streak('{2026-03-02}', 'OUTAGE', gen_random_uuid())$$, '42501', null, 'a user repairs no streak');
select test.as_operator(test.user('op'));
select throws_ok($$select xp.grant_freeze(pg_temp.id('ann'), 1, 'A_GIFT', gen_random_uuid())$$, '42501', null, 'an operator gives no freezes');
select test.as_service();
select throws_ok(format('select xp.grant_freeze(pg_temp.id(%L), %L, %L, %L)', 'ann', n, 'A_GIFT', gen_random_uuid()), 'KG001', null, format('%s is no number of freezes to give', coalesce(n::text, 'null')))
from unnest(array[null, 0, 1001, -1001]) as n;
select throws_ok(format('select xp.grant_freeze(pg_temp.id(%L), 1, %L, %L)', 'ann', r, gen_random_uuid()), 'KG001', null, format('a reason of %s characters gives no freeze', coalesce(length(r), 0)))
from unnest(array[null, '', repeat('x', 101)]) as r;
select throws_ok($$select xp.grant_freeze(pg_temp.id('ann'), 1, 'A_GIFT', null)$$, 'KG001', null, 'a freeze needs a correlation id');
select throws_ok($$select xp.grant_freeze(pg_temp.id('ann'), 1, 'A_GIFT', gen_random_uuid(), 'No Key')$$, 'KG001', null, 'a freeze is for a streakKey that can be');
select throws_ok($$select xp.grant_freeze(-1, 1, 'A_GIFT', gen_random_uuid())$$, 'KG004', null, 'an unknown account is given no freeze');
select throws_ok(format('select xp.repair_streak(%L, %L, %L)', d, 'OUTAGE', gen_random_uuid()), 'KG001', null, format('%s are no days to excuse', coalesce(left(d, 20), 'null')))
from unnest(array[null, '{}', '{null}', '{infinity}', '{-infinity}', '{10000-01-01}', (select array_agg(date '2026-01-01' + i)::text from generate_series(0, 366) as i)]) as d;
select throws_ok($$select xp.repair_streak('{2026-03-02}', '', gen_random_uuid())$$, 'KG001', null, 'a repair has a reason');
select throws_ok($$select xp.repair_streak('{2026-03-02}', 'OUTAGE', null)$$, 'KG001', null, 'a repair needs a correlation id');
select throws_ok($$select xp.repair_streak('{2026-03-02}', 'OUTAGE', gen_random_uuid(), pg_temp.id('ann'), 'vip')$$, 'KG001', null, 'a repair is for a user or for a segment');
select throws_ok($$select xp.repair_streak('{2026-03-02}', 'OUTAGE', gen_random_uuid(), segment_key => '')$$, 'KG001', null, 'a segment has a name');
select throws_ok($$select xp.repair_streak('{2026-03-02}', 'OUTAGE', gen_random_uuid(), 0)$$, 'KG004', null, 'user 0, who stands for many, is nobody');

-- A freeze covers a missed day by itself.
select test.as_owner();
select is(pg_temp.day('ann', 'daily', '2026-03-01'), '1 0 1', 'a first claim is day 1 of a streak');
select test.as_service();
select is((xp.grant_freeze(pg_temp.id('ann'), 1, 'A_GIFT', test.user('gift'))).freezes, 1, 'the service gives a freeze');
select is((xp.grant_freeze(pg_temp.id('ann'), 1, 'A_GIFT', test.user('gift'))).entry_no, 1, 'the same gift again is the same entry');
select throws_ok($$select xp.grant_freeze(pg_temp.id('ann'), 2, 'A_GIFT', test.user('gift'))$$, 'KG006', null, 'the key of a gift is for that gift');
select is(pg_temp.freezes('ann'), '1', 'a freeze that is held stands in model_state');
select test.as_owner();
select is(pg_temp.day('ann', 'daily', '2026-03-03'), '2 0 2', 'a freeze covers a missed day, and takes no grace');
select is(pg_temp.freezes('ann'), '0', 'a freeze is used up');
select is(pg_temp.day('ann', 'daily', '2026-03-05'), '1 0 2', 'without a freeze a missed day ends the streak');
select xp.grant_freeze(pg_temp.id('ann'), 1, 'A_GIFT', gen_random_uuid());
select is(pg_temp.day('ann', 'daily', '2026-03-08'), '1 0 2', 'a freeze does not cover two days');
select is(pg_temp.freezes('ann'), '1', 'a streak that ends all the same keeps the freeze');
select xp.grant_freeze(pg_temp.id('ann'), 5, 'A_GIFT', gen_random_uuid());
select is(pg_temp.day('ann', 'daily', '2026-03-09'), '2 0 2', 'the next day goes on');
select is(pg_temp.freezes('ann'), '2', 'the policy says how many are held from a claim on');
select is(pg_temp.day('ann', 'plain', '2026-03-11'), '1 0 2', 'a policy without freezes takes none');
select is(pg_temp.freezes('ann'), '2', 'a policy without freezes leaves those that are held');
select test.as_service();
select is((xp.grant_freeze(pg_temp.id('ann'), -2, 'TAKEN_BACK', gen_random_uuid())).freezes, -2, 'the service takes freezes back');
select throws_ok($$select xp.grant_freeze(pg_temp.id('ann'), -1, 'TAKEN_BACK', gen_random_uuid())$$, 'KG001', null, 'no more freezes are taken back than are held');
select is((select string_agg(distinct e.actor, ',') from xp.xp_streak_entries as e), 'service_role', 'an entry names who gave it');

-- A repair before the next claim, and after it.
select test.as_owner();
select pg_temp.day(n, 'daily', d) from unnest(array['bob', 'eve', 'kim', 'sam']) as n, unnest(array['2026-03-01', '2026-03-02', '2026-03-03']) as d order by n, d;
select is(pg_temp.day('kim', 'daily', '2026-03-05'), '1 0 3', 'a day that was missed in an outage ends a streak');
select is(pg_temp.day('kim', 'daily', '2026-03-06'), '2 0 3', 'the new streak goes on after an outage');
select test.as_service();
select is((xp.repair_streak('{2026-03-04, 2026-03-04}', 'OUTAGE', test.user('outage'))).days, '{2026-03-04}', 'the service excuses a day for all');
select is((xp.repair_streak('{2026-03-04}', 'OUTAGE', test.user('outage'))).entry_no, 1, 'the same repair again is the same entry');
select throws_ok($$select xp.repair_streak('{2026-03-05}', 'OUTAGE', test.user('outage'))$$, 'KG006', null, 'the key of a repair is for those days');
select is((select count(*) from xp.xp_streak_entries where kind = 'repair'), 1::bigint, 'a repair of all is one row');
select test.as_owner();
select is(
  (select format('%s %s', e.streak_preview, e.projected_xp) from xp.eligibility_at(test.user('kim')::text, 'daily', '2026-03-07 12:00Z') as e), '3 240',
  'eligibility shows the streak that a repair gives back, at the plateau'
);
select is(pg_temp.day('kim', 'daily', '2026-03-07'), '3 0 3', 'a streak that an outage ate is there again at the next claim (the plateau ends it at 3)');
select is(pg_temp.day('eve', 'daily', '2026-03-05'), '3 0 3', 'an excused day is not missed');
select is((xp.repair_streak('{2026-03-06}', 'SUPPORT', gen_random_uuid(), pg_temp.id('eve'))).user_id, pg_temp.id('eve'), 'the service excuses a day for one user');
select is(pg_temp.day('eve', 'daily', '2026-03-07'), '3 0 3', 'a day excused for one user is not missed by them');
select is((xp.repair_streak('{2026-03-05}', 'OUTAGE', gen_random_uuid(), segment_key => 'vip')).user_id, 0::bigint, 'a repair of a segment is one row');
select is(pg_temp.day('bob', 'daily', '2026-03-06'), '3 0 3', 'a day excused for a segment is not missed by its users');
select is(pg_temp.day('sam', 'daily', '2026-03-06'), '1 0 3', 'a day excused for a segment is missed by others');
select test.as_user(test.user('eve'));
select is((select count(*) from xp.xp_streak_entries), 1::bigint, 'a user sees the entries that are theirs alone');
select test.as_owner();
select throws_ok($$update xp.xp_streak_entries set days = '{2026-03-01}'$$, 'KG008', null, 'an entry is never changed');

-- Refills, and milestones that a repair lets be reached.
select test.xp_activate('refilled', test.xp_policy('{"grace": {"allowedMisses": 1, "windowDays": 1, "refillEveryDays": 7}, "streakKey": "refilled"}'));
select results_eq(
  $$select pg_temp.day('liz', 'refilled', d) from unnest(array['2026-04-01', '2026-04-03', '2026-04-05', '2026-04-07', '2026-04-11', '2026-04-13', '2026-04-14', '2026-04-16']) as d$$,
  $$values ('1 0 1'), ('2 1 2'), ('1 0 2'), ('2 1 2'), ('1 0 2'), ('2 1 2'), ('3 1 3'), ('1 0 3')$$,
  'grace that is used up ends a streak before it is full again'
);
select results_eq(
  $$select pg_temp.day('liz', 'refilled', d) from unnest(array['2026-04-18', '2026-04-19', '2026-04-20', '2026-04-21', '2026-04-22', '2026-04-24']) as d$$,
  $$values ('2 1 3'), ('3 1 3'), ('3 1 3'), ('3 1 3'), ('3 1 3'), ('3 1 3')$$,
  'grace is full again every seven days'
);
select test.xp_activate('medals', test.xp_policy('{"grace": {"allowedMisses": 0, "windowDays": 0}, "streakKey": "medals", "streakModel": {"type": "MilestoneMetaReward",
  "parameters": {"milestones": [{"day": 2, "rewardType": "badge", "rewardValue": "bronze"}, {"day": 3, "rewardType": "badge", "rewardValue": "silver"}, {"day": 4, "rewardType": "badge", "rewardValue": "gold"}]}}}'));
select pg_temp.day('liz', 'medals', d) from unnest(array['2026-03-01', '2026-03-02', '2026-03-04']) as d;
select xp.repair_streak('{2026-03-03}', 'OUTAGE', gen_random_uuid(), pg_temp.id('liz'));
select is(
  (select format('%s %s', c.streak_day, (select string_agg(m ->> 'rewardValue', ' ' order by m ->> 'day') from jsonb_array_elements(c.milestone_hits) as m))
    from test.xp_claim('liz', 'medals', '2026-03-05 12:00Z') as c), '4 silver gold',
  'a claim after a repair tells the milestones that it let be reached, each one that was not told'
);
select is((test.xp_claim('liz', 'medals', '2026-03-06 12:00Z')).milestone_hits, '[]', 'a milestone that was told late is not told again');

select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
