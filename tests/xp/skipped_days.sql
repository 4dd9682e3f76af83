-- Dates that never came are not missed.
begin;
select plan(7);
select test.as_owner();
select test.xp_activate('midnight', test.xp_policy('{"claimWindow": {"startLocalTime": "00:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"}}'));
select test.xp_user('sam', 'Pacific/Apia');
select test.xp_claim('sam', 'midnight', '2011-12-29 20:00Z');
select is(
  (select format('%s %s %s', c.reward_day_id, c.streak_day, c.grace_used) from test.xp_claim('sam', 'midnight', '2011-12-30 20:00Z') c),
  '2011-12-31 2 0', 'Apia: the 31st follows the 29th'
);
create function pg_temp.skipped(name text, policy_key text, after_day date, before_day date) returns integer
language sql
return (
  select cardinality(xp.skipped_days(u, r.terms, after_day, before_day))
  from xp.xp_users u, xp.xp_rules r
  where u.external_user_id = test.user(name)::text and r.policy_key = skipped.policy_key and r.is_active
);
select is(pg_temp.skipped('sam', 'midnight', '2011-12-01', '2012-01-31'), 1, 'one date in two months never came');
select is(pg_temp.skipped('sam', 'midnight', '2011-12-30', '2012-01-31'), 0, 'outside the gap it does not count');
select test.xp_activate('utc', test.xp_policy('{"claimWindow": {"startLocalTime": "00:00", "durationHours": 24, "anchor": "FIXED_UTC"}}'));
select is(pg_temp.skipped('sam', 'utc', '2011-12-01', '2012-01-31'), 0, 'UTC left no date out');
select test.xp_user('kim', 'Etc/GMT+12');
select xp.change_timezone_at(test.user('kim')::text, 'Pacific/Kiritimati', '2026-03-10 12:00Z');
select is(pg_temp.skipped('kim', 'midnight', '2026-03-09', '2026-03-20'), 1, 'a move east over the date line leaves a date out');
select is(pg_temp.skipped('kim', 'utc', '2026-03-09', '2026-03-20'), 0, 'a move leaves no date out of days that begin in UTC');

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
