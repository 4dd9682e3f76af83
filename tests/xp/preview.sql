-- xp.preview and xp.eligibility tell what xp.claim then does, and write nothing.
begin;
select plan(51);
select test.as_owner();
select test.xp_activate('daily', test.xp_policy());
select xp.create_rule('daily', test.xp_policy(test.xp_flat() || '{
  "streakModel": {"type": "MilestoneMetaReward", "parameters": {"milestones": [
    {"day": 2, "rewardType": "badge", "rewardValue": "two"}, {"day": 6, "rewardType": "badge", "rewardValue": "six"}
  ]}},
  "minCooldownHours": 30
}'));
select xp.create_season('spring', '2026-03-01', '2026-05-31');
select test.xp_user('ann', 'America/New_York');

-- Who may.
select test.as_user(test.user('ann'));
select throws_ok($$select * from xp.preview('daily', 1, xp.my_user_id(), 3)$$, 'KG003', null, 'a user cannot preview anything');
select throws_ok($$select * from xp.preview_at('daily', 1, xp.my_user_id(), 3, '{}', now())$$, '42501', null, 'no user passes a time to a preview');
select throws_ok($$select xp.eligibility_at(test.user('ann')::text, 'daily', now())$$, '42501', null, 'no user passes a time to eligibility');
select throws_ok($$select xp.eligibility('nothing')$$, 'KG004', null, 'an unknown policy is not found');
select is((select eligible from xp.eligibility('daily')), true, 'who has not claimed is eligible');
select is(
  (select (e.projected_xp, e.streak_preview, e.next_boundary, e.policy_version) from xp.eligibility('daily') e),
  (select (c.xp, c.streak_day, c.next_boundary, c.policy_version) from xp.claim('daily', gen_random_uuid()) c),
  'eligibility tells what the claim then gives'
);
select is(
  (select format('%s %s %s %s', e.eligible, e.reason, e.projected_xp, e.streak_preview) from xp.eligibility('daily') e), 'f ALREADY_CLAIMED 0 1',
  'eligibility says so when the day is claimed'
);
select is((select eligible_at = next_boundary from xp.eligibility('daily')), true, 'a claimed day is eligible again at the next boundary');
select test.as_user(test.user('stranger'));
select throws_ok($$select xp.eligibility('daily')$$, 'KG301', null, 'who is not registered is told so');
select test.as_operator(test.user('op'));
select throws_ok($$select * from xp.preview('daily', 1, -1, 3)$$, 'KG004', null, 'an unknown account is not found');

-- A preview of some days equals the claims, day by day.
select test.as_owner();
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
select throws_ok($$select * from xp.preview('daily', 9, pg_temp.account('ann'), 3)$$, 'KG004', null, 'an unknown version is not found');
select throws_ok($$select * from xp.preview('daily', 1, pg_temp.account('ann'), 0)$$, 'KG001', null, 'a preview has a day at least');
select throws_ok($$select * from xp.preview('daily', 1, pg_temp.account('ann'), 367)$$, 'KG001', null, 'a preview has not more than a year and a day');
select throws_ok(format('select * from xp.preview(%L, %L, %L, %s)', 'daily', 1, pg_temp.account('ann'), d), 'KG001', null, format('%s days are no preview', d))
from unnest('{"null", -1, 2147483647, -2147483648}'::text[]) d;
select throws_ok(format('select * from xp.preview(%L, 1, %L, 3, %L)', 'daily', pg_temp.account('ann'), m), 'KG001', null, format('%s are no missed days of three', m))
from unnest('{"{0}","{4}","{-1}","{1,NULL}","{2147483647}"}'::text[]) m;
select throws_ok($$select * from xp.preview('daily', 1, pg_temp.account('ann'), 3, array_fill(1, array[100000]))$$, 'KG001', null, 'a hundred thousand missed days are refused');
select is((select count(*) from xp.preview('daily', 1, pg_temp.account('ann'), 3, null)), 3::bigint, 'null means that no day is missed');
select throws_ok(format('select * from xp.preview(%L, %s, %s, 3)', k, v, u), 'KG004', null, format('a preview of %s %s for %s is not found', coalesce(left(k, 5), 'null'), v, u))
from (values ('daily', 'null', '1'), ('daily', '2147483647', '1'), (null, '1', '1'), (repeat('k', 1000000), '1', '1'), ('daily', '1', 'null'), ('daily', '1', '9223372036854775807')) a (k, v, u);
select is((select count(*) from xp.preview('daily', 2, pg_temp.account('ann'), 366)), 366::bigint, 'a preview of a whole year has a row for every day');
select test.xp_user('bob', 'America/New_York');
create temp table previewed on commit drop as
select p.* from xp.preview_at('daily', 1, pg_temp.account('bob'), 8, '{3, 5, 6}', '2026-03-05 20:00Z') p;
select results_eq(
  'select day_no, status, reward_day_id, xp, streak_day, grace_used from previewed',
  $$values (1, 'NEW', '2026-03-05', 100::bigint, 1, 0), (2, 'NEW', '2026-03-06', 110, 2, 0), (3, 'MISSED', '2026-03-07', 0, 2, 0),
    (4, 'NEW', '2026-03-08', 240, 3, 1), (5, 'MISSED', '2026-03-09', 0, 3, 1), (6, 'MISSED', '2026-03-10', 0, 3, 1),
    (7, 'NEW', '2026-03-11', 100, 1, 0), (8, 'NEW', '2026-03-12', 110, 2, 0)$$,
  'a preview leaves out the missed days'
);
select results_eq(
  $$select c.xp, c.streak_day, c.longest_streak, c.grace_used, c.milestone_hits, c.next_boundary, c.policy_version, c.reward_day_id
    from previewed p cross join lateral test.xp_claim('bob', 'daily', p.claimed_at) c where p.status = 'NEW' order by p.day_no$$,
  $$select xp, streak_day, longest_streak, grace_used, milestone_hits, next_boundary, policy_version, reward_day_id
    from previewed where status = 'NEW' order by day_no$$,
  'a preview equals what the claims then give'
);
select is(
  (select status from xp.preview_at('daily', 1, pg_temp.account('bob'), 1, '{}', '2026-03-12 20:00Z')), 'ALREADY_CLAIMED', 'a day already claimed is no new one'
);

-- A draft, previewed, then activated: cooldown, milestones, a clock change on the way.
truncate previewed;
insert into previewed select p.* from xp.preview_at('daily', 2, pg_temp.account('bob'), 5, '{}', '2026-03-20 20:00Z') p;
select is((select milestone_hits -> 0 ->> 'rewardValue' from previewed where streak_day = 2 and status = 'NEW'), 'two', 'the preview shows milestones');
select xp.activate_rule('daily', 2);
select is(
  (select format('%s %s %s %s', e.projected_xp, e.streak_preview, e.days_to_next_milestone, e.days_to_season_end)
    from xp.eligibility_at(test.user('bob')::text, 'daily', '2026-03-20 20:00Z') e),
  '100 1 1 72', 'eligibility counts the days to the next milestone and to the season''s end'
);
select results_eq(
  $$select c.xp, c.streak_day, c.longest_streak, c.milestone_hits, c.next_boundary, c.policy_version, c.reward_day_id
    from previewed p cross join lateral test.xp_claim('bob', 'daily', p.claimed_at) c where p.status = 'NEW' order by p.day_no$$,
  $$select xp, streak_day, longest_streak, milestone_hits, next_boundary, policy_version, reward_day_id
    from previewed where status = 'NEW' order by day_no$$,
  'a draft previewed equals the claims after its activation'
);
select is(
  (select reason from xp.eligibility_at(test.user('bob')::text, 'daily', (select max(claimed_at) + interval '29 hours' from previewed))), 'COOLDOWN',
  'eligibility names the cooldown as its reason'
);
select is(
  (select eligible_at from xp.eligibility_at(test.user('bob')::text, 'daily', (select max(claimed_at) + interval '29 hours' from previewed))),
  (select max(claimed_at) + interval '30 hours' from previewed), 'eligibility tells when the cooldown is over'
);

-- Windows, and days worth nothing.
select test.xp_activate('short', test.xp_policy('{"claimWindow": {"startLocalTime": "05:00", "durationHours": 4, "anchor": "FIXED_UTC"}}'));
select is((select reason from xp.eligibility_at(test.user('ann')::text, 'short', '2227-05-01 12:00Z')), 'CLAIM_WINDOW_CLOSED', 'eligibility names a closed window as its reason');
select is((select eligible_at from xp.eligibility_at(test.user('ann')::text, 'short', '2227-05-01 12:00Z')), '2227-05-02 05:00Z', 'eligibility tells when the window opens');
select results_eq(
  $$select status from xp.preview_at('short', 1, pg_temp.account('ann'), 2, '{}', '2227-05-01 12:00Z')$$, $$values ('CLAIM_WINDOW_CLOSED'), ('NEW')$$,
  'a preview names a closed window'
);
select test.xp_activate('zero', test.xp_policy(test.xp_flat() || '{"streakCurve": [{"dayIndex": 0, "multiplier": 0}]}'));
select is((select reason from xp.eligibility_at(test.user('ann')::text, 'zero', '2227-05-01 12:00Z')), 'NO_XP', 'a day worth nothing is not eligible');
select is((select days_to_next_milestone from xp.eligibility_at(test.user('ann')::text, 'zero', '2227-05-01 12:00Z')), null, 'without milestones there is no next one');

-- The three anchors, at one instant.
select test.xp_activate('server', test.xp_policy('{"claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "SERVER_LOCAL"}}'));
select throws_ok(format('select core.set_setting(%L, %L)', 'xp.server_timezone', z), 'KG001', null, format('%s is no zone that the server''s anchor can have', z))
from unnest('{"\"Mars/Phobos\"","\"asia/tokyo\"","\"<X>-9\"","\"\"",null}'::jsonb[]) z;
select core.set_setting('xp.server_timezone', '"Asia/Tokyo"');
set local timezone to 'Pacific/Apia';
select is(
  array(select e.reward_day_id from unnest('{daily, short, server}'::text[]) k cross join lateral xp.eligibility_at(test.user('ann')::text, k, '2027-05-01 21:30Z') e),
  '{2027-05-01,2027-05-01,2027-05-02}', 'the anchor is the user''s zone, UTC, or the server''s by its setting, never the session''s'
);

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
