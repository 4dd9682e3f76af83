-- xp.claim: one award a day, the same receipt for every repetition, nothing written twice.
begin;
select plan(64);
select test.as_owner();
select test.xp_activate('daily', test.xp_policy());
select test.xp_activate('other', test.xp_policy());

-- The caller.
select test.as_anon();
select throws_ok($$select xp.claim('daily', gen_random_uuid())$$, '42501', null, 'anon cannot claim a day');
select test.act_as('authenticated', '{"role": "authenticated"}');
select throws_ok($$select xp.claim('daily', gen_random_uuid())$$, 'KG002', null, 'who is not signed in cannot claim');
select test.as_user(test.user('ann'));
select throws_ok($$select xp.claim('daily', gen_random_uuid())$$, 'KG301', null, 'who is not registered cannot claim');
select xp.register_user(test.user('ann')::text, 'Europe/Berlin', null);
select throws_ok($$select xp.claim(null, gen_random_uuid())$$, 'KG001', null, 'a claim needs a policy');
select throws_ok($$select xp.claim('daily', null)$$, 'KG001', null, 'a claim needs a correlation_id');
select throws_ok($$select xp.claim('nothing', gen_random_uuid())$$, 'KG004', null, 'an unknown policy is not found');
select throws_ok(
  $$select xp.claim_at(test.user('ann')::text, 'daily', gen_random_uuid(), '2027-01-01')$$, '42501', null, 'no client can pass a time'
);

-- Now.
create temp table receipts on commit drop as select * from xp.claim('daily', test.user('key 1'));
select is((select status from receipts), 'NEW', 'the first claim of the day is NEW');
select is((select format('%s %s %s %s', xp, streak_day, longest_streak, grace_used) from receipts), '100 1 1 0', 'the receipt tells XP and streak');
select ok((select next_boundary > core.now_utc() from receipts), 'the next boundary is ahead');
select is(
  (select format('%s %s', policy_key, policy_version) from receipts), 'daily 1', 'the receipt names the policy version'
);
insert into receipts select * from xp.claim('daily', test.user('key 2'));
insert into receipts select * from xp.claim('daily', test.user('key 1'));
insert into receipts select * from xp.claim('other', test.user('key 3'));
select results_eq(
  'select status, count(*), count(distinct receipt_id) from receipts group by status order by status',
  $$values ('ALREADY_CLAIMED', 3::bigint, 1::bigint), ('NEW', 1, 1)$$, 'every further claim of the day is ALREADY_CLAIMED'
);
select is((select count(distinct receipt_id) from receipts), 1::bigint, 'every further claim of the day has the same receipt, under another policy too');
select is(
  (select count(distinct (r.xp, r.streak_day, r.next_boundary, r.milestone_hits, r.policy_version)) from receipts r), 1::bigint,
  'every further claim of the day has the same content'
);
select is((select count(*) from xp.xp_awards), 1::bigint, 'a day has one award');
select results_eq(
  'select amount, reason, correlation_id from xp.xp_ledger', $$values (100::bigint, 'DAILY_LOGIN', test.user('key 1'))$$, 'a claim writes one ledger entry'
);
select results_eq('select current_balance, lifetime_xp from xp.xp_balance', 'values (100::bigint, 100::bigint)', 'a claim changes the balance by its award');
select results_eq('select current_streak, longest_streak from xp.xp_streaks', 'values (1, 1)', 'the first claim makes a streak of one');
select throws_ok($$select xp.claim('other', test.user('key 1'))$$, 'KG006', null, 'a key of a claim of another policy is a conflict');

-- Another user's key neither leaks nor conflicts.
select test.as_user(test.user('bob'));
select xp.register_user(test.user('bob')::text, 'Asia/Tokyo', null);
select is((xp.claim('daily', test.user('key 1'))).status, 'NEW', 'another user''s key is a key of one''s own');

-- The eleventh call of a minute.
select lives_ok(format($$select xp.claim('daily', gen_random_uuid())$$), format('call %s of the minute passes', i)) from generate_series(2, 10) i;
select throws_ok($$select xp.claim('daily', gen_random_uuid())$$, 'KG007', null, 'the eleventh call of a minute is refused');
select test.as_owner();
select lives_ok(
  $$select xp.claim_at(test.user('bob')::text, 'daily', gen_random_uuid(), core.wall_clock() + interval '1 minute')$$, 'a minute after the last call the next one passes'
);

-- Over days, as the owner.
select test.xp_user('eve', 'Asia/Kathmandu');
create temp table days on commit drop as
select i, c.*
from generate_series(0, 3) i
cross join lateral test.xp_claim('eve', 'daily', '2026-05-01 06:00Z'::timestamptz + i * interval '1 day', test.user('day ' || i)) c;
select results_eq(
  'select status, reward_day_id, xp, streak_day from days order by i',
  $$values ('NEW', '2026-05-01', 100::bigint, 1), ('NEW', '2026-05-02', 110, 2), ('NEW', '2026-05-03', 240, 3), ('NEW', '2026-05-04', 240, 3)$$,
  'the streak grows from day to day'
);
select is(
  (select format('%s %s %s %s', c.status, c.reward_day_id, c.xp, c.receipt_id = d.receipt_id) from test.xp_claim('eve', 'daily', '2026-05-09 06:00Z', test.user('day 1')) c, days d where d.i = 1),
  'ALREADY_CLAIMED 2026-05-02 110 t', 'a key of an earlier day returns its receipt on a later day'
);
select test.xp_claim('eve', 'daily', '2026-05-04 07:00Z', test.user('again'));
select is(
  (test.xp_claim('eve', 'daily', '2026-05-05 06:00Z', test.user('again'))).reward_day_id, '2026-05-04',
  'a key that found its day claimed returns that receipt on a later day'
);
select is((test.xp_claim('eve', 'daily', '2026-05-03 06:00Z')).reward_day_id, '2026-05-04', 'a call that comes late gives no award for a day gone by');
select is(
  (test.xp_claim('eve', 'daily', '2026-05-07 06:00Z')).streak_day, 1, 'two missed days reset the streak'
);
select is((select longest_streak from xp.xp_streaks s where s.user_id = (xp.require_account(test.user('eve')::text)).user_id), 3, 'a reset leaves the longest streak');
select is_empty($$select * from xp.reconcile()$$, 'the books agree after claims over days');

-- Cooldown.
select test.xp_activate('slow', test.xp_policy('{"minCooldownHours": 20}'));
select test.xp_user('kim');
select is((test.xp_claim('kim', 'slow', '2026-05-01 20:00Z')).status, 'NEW', 'the first claim under a cooldown is NEW');
select is(
  (select format('%s %s', c.status, c.reward_day_id) from test.xp_claim('kim', 'slow', '2026-05-02 15:59:59Z') c), 'ALREADY_CLAIMED 2026-05-01',
  'inside the cooldown the last receipt is returned, on the next day too'
);
select is((test.xp_claim('kim', 'slow', '2026-05-02 16:00Z')).reward_day_id, '2026-05-02', 'a claim after the cooldown is NEW');

-- A window that closes.
select test.xp_activate('short', test.xp_policy('{"claimWindow": {"startLocalTime": "05:00", "durationHours": 4, "anchor": "ANCHOR_TIMEZONE"}}'));
select test.xp_user('sam');
select throws_ok($$select test.xp_claim('sam', 'short', '2026-05-01 04:59:59Z')$$, 'KG302', null, 'before the window opens it is closed since yesterday');
select throws_ok($$select test.xp_claim('sam', 'short', '2026-05-01 09:00Z')$$, 'KG302', null, 'at the end of its hours it is closed');
select is((test.xp_claim('sam', 'short', '2026-05-02 08:59:59Z')).status, 'NEW', 'in its last second it is open');
select is((test.xp_claim('sam', 'short', '2026-05-02 12:00Z')).status, 'ALREADY_CLAIMED', 'who has claimed gets the receipt when it is closed too');

-- Nothing to give.
select test.xp_activate('zero', test.xp_policy(test.xp_flat() || '{"streakCurve": [{"dayIndex": 0, "multiplier": 0}]}'));
select test.xp_user('joe');
select throws_ok($$select test.xp_claim('joe', 'zero', '2026-05-01 12:00Z')$$, 'KG305', null, 'a day worth nothing is no award');
-- A policy that has been retired.
select test.xp_activate('brief', test.xp_policy());
select test.xp_user('pat');
select test.xp_claim('pat', 'brief', '2026-05-01 12:00Z', test.user('brief 1'));
select test.xp_claim('pat', 'brief', '2026-05-01 13:00Z', test.user('brief 2'));
select xp.retire_rule('brief');
select is(
  (select format('%s %s %s', c.status, c.reward_day_id, c.next_boundary = '2026-05-09 05:00Z') from test.xp_claim('pat', 'brief', '2026-05-08 12:00Z', test.user(k)) c),
  'ALREADY_CLAIMED 2026-05-01 t', format('%s returns its receipt when the policy has been retired meanwhile', k)
)
from unnest('{brief 1, brief 2}'::text[]) k;
select throws_ok($$select test.xp_claim('pat', 'brief', '2026-05-08 12:00Z')$$, 'KG004', null, 'a new key finds no policy');

-- The most that a policy without a cap can give, day after day.
select test.xp_activate('rich', test.xp_policy('{"baseXp": 1e9, "streakCurve": [{"dayIndex": 0, "multiplier": 1e6, "additiveBonusXp": 1000000000}],
  "streakModel": {"type": "PlateauCap", "parameters": {"plateauDay": 1, "plateauMultiplier": 1e6}}}') - 'xpCap');
select test.xp_user('max');
select is(
  (select format('%s %s', c.status, c.xp) from test.xp_claim('max', 'rich', '2026-05-01 12:00Z'::timestamptz + i * interval '1 day') c),
  'NEW 1000000000000', format('day %s of the richest policy is an award, and the balance holds it', i)
)
from generate_series(1, 3) i;

-- A boost, exactly from its first instant to its last.
select test.xp_activate('boost', test.xp_policy(test.xp_flat() || '{"streakModel": {"type": "WeeklyCycleReset"}, "seasonalBoosts": [
  {"label": "double", "multiplier": 2, "startUtc": "2026-05-02T12:00:00Z", "endUtc": "2026-05-03T12:00:00Z"},
  {"label": "triple", "multiplier": 3, "startUtc": "2026-05-03T12:00:00Z", "endUtc": "2026-05-04T12:00:00Z"}]}'));
select is(
  (select c.xp from test.xp_user('at ' || b.at), test.xp_claim('at ' || b.at, 'boost', b.at::timestamptz) c), b.xp::bigint, format('a claim at %s is worth %s', b.at, b.xp)
)
from (values
  ('2026-05-02 11:59:59.999999Z', 100), ('2026-05-02 12:00:00Z', 200), ('2026-05-03 11:59:59.999999Z', 200), ('2026-05-03 12:00:00Z', 300),
  ('2026-05-04 11:59:59.999999Z', 300), ('2026-05-04 12:00:00Z', 100)
) b (at, xp);

-- Texts of a megabyte, and of nothing.
select throws_ok(format('select test.xp_claim(%L, %L, %L)', 'pat', k, '2026-05-09 12:00Z'), 'KG004', null, format('a policy of %s characters is not found', length(k)))
from unnest(array['', repeat('k', 1000000)]) k;
select throws_ok(format('select xp.eligibility_at(test.user(%L)::text, %L, %L)', 'pat', k, '2026-05-09 12:00Z'), 'KG004', null, format('eligibility does not find the policy %s', coalesce(left(k, 5), 'null')))
from unnest(array[null, '', repeat('k', 1000000)]) k;
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
