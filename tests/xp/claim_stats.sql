-- xp.claim_stats: the same numbers before and after upkeep, each award counted once.
begin;
select plan(18);
select test.as_owner();
select xp.create_rule('daily', test.xp_policy('{"baseXp": 1000}'));
select test.xp_activate('daily', test.xp_policy('{"segmentOverrides": [{"segmentKey": "vip", "version": 1}]}'));
select test.xp_user('ann');
select test.xp_user('bob');
select test.xp_user('vip', 'UTC', 'vip');
select test.xp_claim(n, 'daily', '2026-05-01 12:00Z'::timestamptz + i * interval '1 day') from unnest('{ann, bob, vip}'::text[]) n, generate_series(0, 1) i;
select test.xp_claim('ann', 'daily', '2026-05-04 12:00Z');
select test.xp_claim('ann', 'daily', '2026-05-04 13:00Z') from generate_series(1, 3);
create temp table expected on commit drop as
values ('daily', 1, 'vip', 2::bigint, 0::bigint, 2100::numeric, 0::bigint, '{"1": 1, "2": 1}'::jsonb),
  ('daily', 2, null, 5, 3, 660, 1, '{"1": 2, "2": 2, "3": 1}');
select results_eq('select * from xp.claim_stats order by policy_version', 'table expected', 'claim_stats tells claims, duplicates, XP, grace and streaks by version and segment');
select test.as_operator(test.user('op'));
select is((select count(*) from xp.claim_stats), 2::bigint, 'operators see the numbers of claims');
select test.as_user(test.user('ann'));
select is_empty('select * from xp.claim_stats', 'users see no numbers of claims');
select is_empty('select * from xp.claim_stats_rows()', 'the function behind claim_stats shows users nothing');
select throws_ok('select * from xp.xp_claim_counts', '42501', null, 'users do not see the counts');
select throws_ok('select * from xp.xp_claim_keys', '42501', null, 'users do not see the keys of claims');
select throws_ok('select xp.upkeep_claims()', '42501', null, 'users cannot run the count');
select test.as_anon();
select throws_ok('select * from xp.claim_stats', '42501', null, 'anon cannot read claim_stats');

-- Upkeep. What was seen by one run is counted by a later one, when all that was running has ended: here
-- the mark is set by hand, since all of this is one transaction (tests/races has several).
select test.as_owner();
update xp.xp_roll_up set seen_to = rolled_to;
update core.upkeep_tasks set batch = 2 where task = 'xp.claims';
select is(xp.upkeep_claims(), 2::bigint, 'the first run counts a batch of duplicates and only marks the awards that it saw');
select results_eq('select * from xp.claim_stats order by policy_version', 'table expected', 'a batch of counted duplicates leaves the numbers as they were');
update xp.xp_roll_up set seen_before = '18446744073709551615';
select is(xp.upkeep_claims(), 1::bigint, 'the next run counts the other duplicates');
select is((select count(*) from xp.xp_claim_keys where is_counted), 3::bigint, 'the keys of duplicates are kept when they are counted');
select results_eq('select * from xp.claim_stats order by policy_version', 'table expected', 'counted duplicates leave the numbers as they were');
update xp.xp_roll_up set seen_before = '0';
select is(xp.upkeep_claims(), 2::bigint, 'a run counts no more awards than a batch');
update core.upkeep_tasks set batch = 50000 where task = 'xp.claims';
update xp.xp_roll_up set seen_before = '0';
select cmp_ok(xp.upkeep_claims(), '>=', 5::bigint, 'a later run counts what the first one saw');
select is((select sum(claims) from xp.xp_claim_counts), 7::numeric, 'every award is counted exactly one time');
select results_eq('select * from xp.claim_stats order by policy_version', 'table expected', 'counted awards leave the numbers as they were');

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
