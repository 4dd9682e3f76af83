-- A policy from draft to claim, and what an operator does when it turns out wrong: a new version and a
-- compensating entry. Nothing that was given is changed or removed.
set role authenticated;
set request.jwt.claims = '{"sub": "0a4b8c6d-2f10-4e8a-9d3c-5b7a1e2f4c60", "role": "authenticated", "app_metadata": {"gamekeeper": "operator"}}';
select path, message from xp.validate_definition('{"baseXp": 10}');
select version, is_active from xp.create_rule('daily', '{
  "baseXp": 10,
  "streakCurve": [{"dayIndex": 0, "multiplier": 1, "additiveBonusXp": 0}, {"dayIndex": 1, "multiplier": 1.5, "additiveBonusXp": 0}],
  "grace": {"allowedMisses": 1, "windowDays": 1},
  "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},
  "streakModel": {"type": "WeeklyCycleReset", "parameters": {}}
}');
select is_active from xp.activate_rule('daily', 1);

-- a player claims, and asks again because the first answer was lost
set request.jwt.claims = '{"sub": "8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10", "role": "authenticated"}';
select user_id, reward_tz from xp.register_user('8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10', 'Asia/Kathmandu') \gset
select status, xp, streak_day, policy_version from xp.claim('daily', '5a3c1a52-8a0e-4f0b-9f2e-6c1d2b7e9a41');
select status, xp, streak_day, policy_version from xp.claim('daily', '5a3c1a52-8a0e-4f0b-9f2e-6c1d2b7e9a41');

-- 10 was meant to be 100: a draft is tried on the player before anybody gets it
set request.jwt.claims = '{"sub": "0a4b8c6d-2f10-4e8a-9d3c-5b7a1e2f4c60", "role": "authenticated", "app_metadata": {"gamekeeper": "operator"}}';
select r.version from xp.xp_rules as p, xp.create_rule('daily', p.definition || '{"baseXp": 100}') as r where p.policy_key = 'daily';
select day_no, status, xp, streak_day from xp.preview('daily', 2, :user_id, 3);
select version from xp.activate_rule('daily', 2);

-- the service makes up for the day that was too small; a retry gives nothing twice
set role service_role;
set request.jwt.claims = '{"role": "service_role"}';
select amount, reason from xp.grant_xp(:user_id, 90, 'daily v1 gave 10 for 100', '7d0f3b52-1c7e-4a59-8a57-0e6d0a1c9b33', '{}');
select amount, reason from xp.grant_xp(:user_id, 90, 'daily v1 gave 10 for 100', '7d0f3b52-1c7e-4a59-8a57-0e6d0a1c9b33', '{}');
select current_balance from xp.xp_balance where user_id = :user_id;
select count(*) as differences from xp.reconcile();
