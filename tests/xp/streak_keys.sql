-- Streaks of their own, whom a policy is for, claims by the service, and boundaries across policies.
begin;
select plan(46);
select test.as_owner();
select test.xp_activate('daily', test.xp_policy(test.xp_flat()));
select test.xp_activate('quest', test.xp_policy(test.xp_flat() || '{"audience": "everybody"}'));
select test.xp_activate('mission', test.xp_policy(test.xp_flat() || '{"streakKey": "mission", "audience": "service"}'));
select test.xp_activate('errand', test.xp_policy(test.xp_flat() || '{"streakKey": "mission"}'));
select test.xp_activate('club', test.xp_policy(test.xp_flat() || '{"streakKey": "club", "audience": {"segmentKey": "vip"}}'));
create temporary table people as select n as name, test.xp_user(n, 'UTC', s) as user_id from (values ('ann', null), ('bob', 'vip')) as v (n, s);
grant select on people to public;
create function pg_temp.id(name text) returns bigint language sql return (select p.user_id from people as p where p.name = id.name);

-- Keys.
select results_eq(
  $$select c.status, c.reward_day_id, c.streak_day from (values ('daily', '10:00'), ('quest', '11:00'), ('errand', '11:00'), ('errand', '12:00')) as v (policy_key, at)
    cross join lateral test.xp_claim('ann', v.policy_key, ('2026-03-01 ' || v.at || 'Z')::timestamptz) as c$$,
  $$values ('NEW', '2026-03-01', 1), ('ALREADY_CLAIMED', '2026-03-01', 1), ('NEW', 'mission:2026-03-01', 1), ('ALREADY_CLAIMED', 'mission:2026-03-01', 1)$$,
  'policies without streakKey share a day, one with a key has its own'
);
select results_eq(
  $$select c.status, c.reward_day_id, c.streak_day from (values ('errand', '2026-03-02'), ('daily', '2026-03-03')) as v (policy_key, day)
    cross join lateral test.xp_claim('ann', v.policy_key, (v.day || ' 12:00Z')::timestamptz) as c$$,
  $$values ('NEW', 'mission:2026-03-02', 2), ('NEW', '2026-03-03', 2)$$, 'each streak goes on by itself'
);
select test.as_user(test.user('ann'));
select is(
  (select jsonb_agg(jsonb_build_array(k.streak_key, k.current_streak, k.last_reward_day_id)) from xp.xp_keyed_streaks as k), '[["mission", 2, "2026-03-02"]]',
  'a user sees the streaks of their keys'
);
select test.as_user(test.user('bob'));
select is_empty($$select * from xp.xp_keyed_streaks$$, 'nobody sees the streaks of others');
select test.as_owner();
select results_eq(
  $$select l.reward_day_id, l.actor from xp.xp_ledger as l order by l.ledger_id$$,
  $$values ('2026-03-01', null), ('mission:2026-03-01', null), ('mission:2026-03-02', null), ('2026-03-03', null)$$,
  'the ledger names the award that an entry pays, and no actor where users claim themselves'
);
select is((select e.reward_day_id from xp.eligibility_at(test.user('ann')::text, 'errand', '2026-03-03 12:00Z') as e), 'mission:2026-03-03', 'eligibility names the day with its key');
select results_eq(
  $$select p.reward_day_id, p.status, p.streak_day from xp.preview_at('errand', 1, pg_temp.id('ann'), 3, '{2}', '2026-03-03 12:00Z') as p$$,
  $$values ('mission:2026-03-03', 'NEW', 3), ('mission:2026-03-04', 'MISSED', 3), ('mission:2026-03-05', 'NEW', 3)$$, 'a preview goes on with the streak of its key'
);
select xp.grant_freeze(pg_temp.id('ann'), 2, 'A_GIFT', gen_random_uuid(), 'club');
select is((select k.model_state from xp.xp_keyed_streaks as k where k.streak_key = 'club'), '{"freezes": 2}', 'a freeze may come before the first claim of a streak');
select is((select s.model_state from xp.xp_streaks as s where s.user_id = pg_temp.id('ann')), '{}', 'a freeze of one streak is none of another');
select throws_ok(
  $$insert into xp.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id)
    values (pg_temp.id('ann'), 'Mission:2026-03-01', 1, 1, 'daily', 1, gen_random_uuid())$$, '23514', null, 'an award''s day has the form of a day, with a key before it or without'
);
select is_empty($$select * from xp.reconcile()$$, 'the books agree while a user has three streaks');
select is(xp.rebuild_streaks(), 0::bigint, 'streaks rebuilt from the log are what is stored');
select test.as_owner();
update xp.xp_keyed_streaks set current_streak = 9, model_state = '{}';
insert into xp.xp_keyed_streaks (user_id, streak_key, current_streak) values (pg_temp.id('bob'), 'stray', 3);
select results_eq(
  $$select r.kind, coalesce(r.expected ->> 'streak_key', r.actual ->> 'streak_key') from xp.reconcile() as r order by 2$$,
  $$values ('streak', 'club'), ('streak', 'mission'), ('streak', 'stray')$$, 'reconcile finds streaks of a key that differ, and one that nobody claimed'
);
select is(xp.rebuild_streaks(), 2::bigint, 'a rebuild writes streaks of a key anew, and counts accounts');
select is_empty($$select * from xp.reconcile()$$, 'the books agree after a rebuild');

-- Whom a policy is for.
select test.as_user(test.user('ann'));
select throws_ok($$select xp.claim('mission', gen_random_uuid())$$, 'KG004', null, 'a policy of the service is not found by a user who claims');
select throws_ok($$select xp.eligibility('mission')$$, 'KG004', null, 'a policy of the service is not found by a user who asks');
select throws_ok($$select xp.claim('club', gen_random_uuid())$$, 'KG004', null, 'a policy of a segment is not found by others');
select throws_ok($$select xp.claim_for(pg_temp.id('ann'), 'mission', gen_random_uuid())$$, '42501', null, 'a user claims for nobody');
select test.as_user(test.user('bob'));
select is((xp.claim('club', gen_random_uuid())).status, 'NEW', 'a policy of a segment is for its users');
select test.as_operator(test.user('op'));
select throws_ok($$select xp.claim_for(pg_temp.id('ann'), 'mission', gen_random_uuid())$$, '42501', null, 'an operator claims for nobody');
select test.as_service();
select is((xp.claim_for(pg_temp.id('ann'), 'mission', test.user('key'))).status, 'NEW', 'the service claims for a user');
select is((xp.claim_for(pg_temp.id('ann'), 'mission', test.user('key'))).status, 'ALREADY_CLAIMED', 'the same claim of the service again has the same receipt');
select is((xp.claim_for(pg_temp.id('ann'), 'mission', gen_random_uuid())).status, 'ALREADY_CLAIMED', 'the service claims a day once');
select throws_ok($$select xp.claim_for(pg_temp.id('ann'), 'daily', test.user('key'))$$, 'KG006', null, 'the key of a claim is for its policy');
select throws_ok($$select xp.claim_for(pg_temp.id('ann'), 'club', gen_random_uuid())$$, 'KG004', null, 'the service claims for no user whom a policy is not for');
select throws_ok($$select xp.claim_for(-1, 'mission', gen_random_uuid())$$, 'KG004', null, 'the service claims for no unknown account');
select throws_ok($$select xp.claim_for(pg_temp.id('ann'), null, gen_random_uuid())$$, 'KG001', null, 'a claim for somebody names a policy');
select is((select l.actor from xp.xp_ledger as l where l.correlation_id = test.user('key')), 'service_role', 'the ledger names who claimed for a user');
select is((select c.status from generate_series(1, 12) as i cross join lateral xp.claim_for(pg_temp.id('ann'), 'mission', test.user('key')) as c limit 1), 'ALREADY_CLAIMED', 'claims of the service are not limited as a user''s');
select is((xp.claim_for(pg_temp.id('bob'), 'daily', gen_random_uuid())).status, 'NEW', 'the service may claim under a policy for everybody');
select test.as_user(test.user('bob'));
select core.close_account();
select test.as_service();
select throws_ok($$select xp.claim_for(pg_temp.id('bob'), 'mission', gen_random_uuid())$$, 'KG010', null, 'nothing is claimed for a closed account');
select is((xp.grant_freeze(pg_temp.id('bob'), 1, 'A_GIFT', gen_random_uuid())).freezes, 1, 'whoever closed their account and may come back is given what they are owed');
select core.erase_person(test.user('bob'), 'THEIR_WISH');
select throws_ok($$select xp.grant_freeze(pg_temp.id('bob'), 1, 'A_GIFT', gen_random_uuid())$$, 'KG010', null, 'an erased account is given no freeze');
select throws_ok($$select xp.repair_streak('{2026-03-02}', 'SUPPORT', gen_random_uuid(), pg_temp.id('bob'))$$, 'KG010', null, 'an erased account''s streak is not repaired');

-- Two policies give no two days at one instant, whatever their anchors.
select test.as_owner();
select test.xp_activate('utc', test.xp_policy(test.xp_flat() || '{"claimWindow": {"startLocalTime": "00:00", "durationHours": 24, "anchor": "FIXED_UTC"}}'));
select test.xp_activate('home', test.xp_policy(test.xp_flat() || '{"claimWindow": {"startLocalTime": "00:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"}}'));
select test.xp_user('kai', 'Pacific/Auckland');
select results_eq(
  $$select c.status, c.reward_day_id, c.streak_day from (values ('utc', '2026-05-10 20:00Z'), ('home', '2026-05-10 20:00Z'), ('home', '2026-05-10 23:59:59Z'), ('home', '2026-05-11 00:00Z'), ('utc', '2026-05-11 12:00Z'), ('utc', '2026-05-12 00:00Z'))
    as v (policy_key, at) cross join lateral test.xp_claim('kai', v.policy_key, v.at::timestamptz) as c$$,
  $$values ('NEW', '2026-05-10', 1), ('ALREADY_CLAIMED', '2026-05-10', 1), ('ALREADY_CLAIMED', '2026-05-10', 1), ('NEW', '2026-05-11', 2), ('ALREADY_CLAIMED', '2026-05-11', 2), ('NEW', '2026-05-12', 3)$$,
  'an award comes at the next boundary of the last one at the earliest, whatever the anchors'
);
select is((select e.eligible_at from xp.eligibility_at(test.user('kai')::text, 'home', '2026-05-12 12:30Z') as e), '2026-05-13 00:00Z', 'eligibility names the boundary of the last award where the own day begins before it');

-- What a definition may say.
select is(
  (select string_agg(p.path, ' ') from xp.validate_definition(test.xp_policy(v.changes::jsonb)) as p), v.path, format('a policy with %s is refused', v.changes)
)
from (values
  ('{"streakKey": "Mission"}', 'streakKey'), ('{"streakKey": 5}', 'streakKey'), ('{"audience": "nobody"}', 'audience'), ('{"audience": {"segmentKey": ""}}', 'audience.segmentKey'),
  ('{"freezes": 3}', 'freezes'), ('{"freezes": {"maxHeld": 1001, "maxPerGap": 1}}', 'freezes.maxHeld'), ('{"freezes": {"maxHeld": 1}}', 'freezes.maxPerGap'),
  ('{"grace": {"allowedMisses": 1, "windowDays": 1, "refillEveryDays": 0}}', 'grace.refillEveryDays')
) as v (changes, path);
select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
