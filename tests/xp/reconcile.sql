-- xp.reconcile finds every corruption; the rebuilds repair it from ledger and awards.
begin;
select plan(25);
select test.as_owner();
select xp.create_season('spring', '2026-03-01', '2026-05-31');
select test.xp_activate('daily', test.xp_policy());
select test.xp_user('ann');
select test.xp_user('bob');
select test.xp_claim('ann', 'daily', '2026-05-01 12:00Z'::timestamptz + i * interval '1 day') from generate_series(0, 3) i;
select test.xp_claim('bob', 'daily', '2026-05-01 12:00Z');
create function pg_temp.kinds() returns text[] language sql return array(select r.kind from xp.reconcile() r order by 1);

select test.as_user(test.user('ann'));
select throws_ok('select * from xp.reconcile()', 'KG003', null, 'a user cannot reconcile the books');
select throws_ok('select xp.rebuild_balances()', '42501', null, 'a user cannot rebuild balances');
select test.as_operator(test.user('op'));
select throws_ok('select xp.rebuild_streaks()', '42501', null, 'an operator cannot rebuild streaks');
select is_empty('select * from xp.reconcile()', 'an operator may reconcile, and finds nothing');
select test.as_service();
select is(xp.rebuild_balances(), 0::bigint, 'where nothing differs nothing is written');
select is(xp.rebuild_streaks(), 0::bigint, 'where no streak differs none is written');
select test.as_owner();

update xp.xp_balance set current_balance = current_balance + 1, lifetime_xp = 0 where user_id = (xp.require_account(test.user('ann')::text)).user_id;
select is(pg_temp.kinds(), '{balance}', 'a wrong balance is found');
select is((select (actual ->> 'current_balance')::bigint - (expected ->> 'current_balance')::bigint from xp.reconcile()), 1::bigint, 'a wrong balance is shown with what it should be');
select is((select ok from xp.health_reconcile()), false, 'health sees a wrong balance');
select is(xp.rebuild_balances(), 1::bigint, 'a wrong balance is repaired');
select is_empty('select * from xp.reconcile()', 'a repaired balance leaves no difference');
update xp.xp_season_xp set xp = xp + 1 where user_id = (xp.require_account(test.user('ann')::text)).user_id;
delete from xp.xp_season_xp where user_id = (xp.require_account(test.user('bob')::text)).user_id;
delete from xp.xp_balance where user_id = (xp.require_account(test.user('bob')::text)).user_id;
select is(pg_temp.kinds(), '{balance,season,season}', 'wrong and lost seasons and a lost balance are found');
select is(xp.rebuild_balances(), 3::bigint, 'three rows are repaired');
select is(pg_temp.kinds(), '{}', 'repaired seasons and balances agree with the ledger');
update xp.xp_streaks set current_streak = 9, last_reward_day_id = null where user_id = (xp.require_account(test.user('ann')::text)).user_id;
delete from xp.xp_streaks where user_id = (xp.require_account(test.user('bob')::text)).user_id;
select is(pg_temp.kinds(), '{streak,streak}', 'a wrong and a lost streak are found');
select is((test.xp_claim('ann', 'daily', '2026-05-04 13:00Z')).status, 'ALREADY_CLAIMED', 'a lost streak opens no claimed day');
select is(xp.rebuild_streaks(), 2::bigint, 'wrong and lost streaks are repaired');
select is(pg_temp.kinds(), '{}', 'repaired streaks agree with the awards');
insert into xp.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id)
values ((xp.require_account(test.user('bob')::text)).user_id, '2026-04-01', 5, 1, 'daily', 1, gen_random_uuid());
select is(pg_temp.kinds(), '{award}', 'an award without a ledger entry is found');
update core.upkeep_tasks set added_at = now() - interval '2 hours' where task in ('xp.boards', 'xp.claims');
update xp.xp_roll_up set settled_at = now() - interval '59 minutes';
select is((select ok from xp.health_roll_ups()), true, 'health says that boards and claims are not behind');
update xp.xp_roll_up set settled_at = now() - interval '61 minutes' where task = 'xp.claims';
select matches((select action from xp.health_roll_ups() where not ok), 'end transactions', 'health says when no claims were counted for an hour');
update xp.xp_roll_up set settled_at = now() - interval '61 minutes' where task = 'xp.boards';
update xp.xp_roll_up set settled_at = now() where task = 'xp.claims';
select matches((select action from xp.health_roll_ups() where not ok), 'end transactions', 'health says when nothing was added to the boards for an hour');
update xp.xp_roll_up set settled_at = now(), rolled_to = rolled_to - 1000000 where task = 'xp.boards';
select matches((select action from xp.health_roll_ups() where not ok), 'more often', 'health says when a million entries wait for their boards');
select matches((select detail from xp.health_roll_ups()), 'xp.boards: [0-9]{7} rows wait.*xp.claims: [0-9]+ rows wait', 'health says how many rows wait for each task');
update xp.xp_roll_up set rolled_to = rolled_to + 1000000 where task = 'xp.boards';
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, reward_day_id)
values ((xp.require_account(test.user('bob')::text)).user_id, 5, 'DAILY_LOGIN', gen_random_uuid(), 'daily', 1, '2026-04-01');

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
