-- Seasons, leaderboard and rank.
begin;
select plan(59);
select test.as_user(test.user('ann'));
select throws_ok($$select xp.create_season('s', '2026-01-01', '2026-01-31')$$, 'KG003', null, 'a user cannot announce a season');
select test.as_operator(test.user('op'));
select is((xp.create_season('winter', '2026-01-01', '2026-02-28')).ends_on, '2026-02-28'::date, 'an operator announces a season');
select is((xp.create_season('winter', '2026-01-01', '2026-02-28')).season_id, 'winter', 'announcing the same season again answers with the one there is');
select throws_ok($$select xp.create_season('winter', '2027-01-01', '2027-01-31')$$, 'KG308', null, 'two seasons cannot have the same name');
select throws_ok($$select xp.create_season('late', '2026-02-28', '2026-03-31')$$, 'KG308', null, 'seasons do not overlap, not by a day');
select lives_ok($$select xp.create_season('spring', '2026-03-01', '2026-05-31')$$, 'a season may begin on the day after another');
select throws_ok($$select xp.create_season('back', '2027-02-01', '2027-01-31')$$, 'KG001', null, 'a season ends after it begins');
select throws_ok($$select xp.create_season('', '2027-02-01', '2027-03-31')$$, 'KG001', null, 'a season has a name');
select throws_ok($$select xp.create_season('open', '2027-02-01', null)$$, 'KG001', null, 'a season has an end');
select throws_ok(format('select xp.create_season(%L, %L, %L)', 'far', a, b), 'KG001', null, format('a season from %s to %s is none', a, b))
from (values ('2027-01-01', 'infinity'), ('-infinity', '2027-01-01'), ('2027-01-01', '5874897-12-31'), ('2027-01-01', '10000-01-01'), ('0001-12-31 BC', '2027-01-01'), ('-infinity', 'infinity')) v (a, b);
select throws_ok(format('select xp.create_season(%L, %L, %L)', n, '2027-01-01', '2027-01-31'), 'KG001', null, format('a season''s name has no %s characters', coalesce(length(n), 0)))
from unnest(array[null, repeat('x', 1000000)]) n;
select is((select count(*) from core.audit_log where table_name = 'xp.xp_seasons' and actor = test.user('op')), 2::bigint, 'who announced it is on record');

-- Longer. The days of the test are far from those above, which are over.
select xp.create_season('far', '2100-01-01', '2100-01-31');
select xp.create_season('farther', '2100-03-01', '2100-03-31');
select test.as_user(test.user('ann'));
select throws_ok($$select xp.extend_season('far', '2100-02-10')$$, 'KG003', null, 'a user cannot extend a season');
select test.as_operator(test.user('op'));
select is((xp.extend_season('far', '2100-02-10')).ends_on, '2100-02-10'::date, 'an operator lets a season end later');
select is((xp.extend_season('far', '2100-02-10')).ends_on, '2100-02-10'::date, 'extending a season to the same end again does no harm');
select is((xp.extend_season('far', '2100-02-28')).ends_on, '2100-02-28'::date, 'a season may end on the day before another');
select throws_ok($$select xp.extend_season('far', '2100-03-01')$$, 'KG308', null, 'a season is not extended over a day of another');
select throws_ok(format('select xp.extend_season(%L, %L)', 'far', d), 'KG001', null, format('a season is not extended to %s', coalesce(d, 'no day')))
from unnest(array['2100-02-27', '10000-01-01', null]) as d;
select throws_ok($$select xp.extend_season('never', '2100-02-28')$$, 'KG004', null, 'an unknown season is not extended');
select throws_ok($$select xp.extend_season('spring', '2027-05-31')$$, 'KG005', null, 'a season that is over is not extended');
select test.as_owner();
select throws_ok($$
  insert into xp.xp_seasons (season_id, starts_on, ends_on) select 'ending', d, d from (select (now() at time zone 'UTC')::date as d) as today;
  select xp.extend_season('ending', '2099-12-31')$$, 'KG005', null, 'a season is not extended on its last day');
select is(
  (select format('%s %s', l.before ->> 'ends_on', l.after ->> 'ends_on') from core.audit_log as l where l.table_name = 'xp.xp_seasons' and l.operation = 'UPDATE' order by l.entry_id limit 1),
  '2100-01-31 2100-02-10', 'the end before and after an extension is on record'
);
select throws_ok($$update xp.xp_seasons set ends_on = ends_on - 1 where season_id = 'far'$$, 'KG008', null, 'a season is not made shorter');
select throws_ok($$update xp.xp_seasons set starts_on = starts_on - 1 where season_id = 'winter'$$, 'KG008', null, 'no season''s beginning is changed');
select throws_ok($$delete from xp.xp_seasons$$, 'KG008', null, 'a season is not removed');

-- The seasonal model through claims.
select test.xp_activate('season', test.xp_policy(test.xp_flat() || '{"grace": {"allowedMisses": 2, "windowDays": 2},
  "streakModel": {"type": "TieredSeasonalReset", "parameters": {"tiers": [
    {"startDay": 1, "endDay": 1, "bonusMultiplier": 1}, {"startDay": 2, "endDay": 9, "bonusMultiplier": 2}]}}}'));
select test.xp_user('ann');
select test.xp_user('bob');
select test.xp_user('eve');
select results_eq(
  $$select c.reward_day_id, c.streak_day, c.xp from unnest('{2026-02-26, 2026-02-27, 2026-03-01, 2026-03-02, 2026-05-31, 2026-06-02, 2026-06-03}'::text[]) d
    cross join lateral test.xp_claim('ann', 'season', (d || ' 12:00Z')::timestamptz) c$$,
  $$values ('2026-02-26', 1, 100::bigint), ('2026-02-27', 2, 200), ('2026-03-01', 1, 100), ('2026-03-02', 2, 200), ('2026-05-31', 1, 100),
    ('2026-06-02', 1, 100), ('2026-06-03', 2, 200)$$,
  'each season begins with day 1, and so do the days after the last one; grace does not help over its end'
);
select results_eq(
  $$select coalesce(season_id, 'none'), sum(amount) from xp.xp_ledger group by 1 order by 1$$, $$values ('none', 300::numeric), ('spring', 400), ('winter', 300)$$,
  'the ledger names the season of the reward day'
);
select results_eq('select seasonal_xp, season_id from xp.xp_balance where season_id is not null', $$values (400::bigint, 'spring')$$, 'the balance has the latest one');

-- Ranks.
select test.xp_claim('bob', 'season', '2026-03-05 12:00Z'::timestamptz + i * interval '1 day') from generate_series(0, 3) i;
select test.xp_claim('eve', 'season', '2026-03-05 12:00Z'::timestamptz + i * interval '1 day') from generate_series(0, 3) i;
select results_eq(
  $$select l.rank, l.xp from xp.leaderboard('spring', 10) l$$, 'values (1::bigint, 700::bigint), (1, 700), (3, 400)', 'equals have equal rank, and the next one counts them'
);
select is((select count(*) from xp.leaderboard('spring', 2)), 2::bigint, 'a page of the leaderboard has the rows that were asked for');
select throws_ok($$select * from xp.leaderboard('spring', 0)$$, 'KG001', null, 'a page of the leaderboard has a row at least');
select throws_ok($$select * from xp.leaderboard('spring', 1001)$$, 'KG001', null, 'a page of the leaderboard has a thousand rows at most');
select throws_ok(format('select * from xp.leaderboard(%L, %L)', 'spring', n), 'KG001', null, format('a page of the leaderboard has no %s rows', coalesce(n::text, 'null')))
from unnest('{-1, 2147483647, -2147483648, null}'::integer[]) n;
select throws_ok(format('select * from xp.leaderboard(%L)', s), 'KG004', null, 'no season has no leaderboard') from unnest(array[null, '', repeat('s', 1000000)]) s;
select throws_ok($$select * from xp.leaderboard('autumn')$$, 'KG004', null, 'an unknown season is not found');
select test.as_user(test.user('ann'));
select results_eq($$select * from xp.user_rank('spring')$$, 'values (3::bigint, 400::bigint)', 'a user learns their own rank');
select results_eq($$select * from xp.user_rank('winter')$$, 'values (1::bigint, 300::bigint)', 'a user has a rank in each season');
select is((select count(*) from xp.leaderboard('winter')), 1::bigint, 'a user may look at the leaderboard');
select is((select count(*) from xp.xp_season_xp), 2::bigint, 'a user sees only their own totals');
select throws_ok(format('select * from xp.user_rank(%L)', s), 'KG004', null, 'no season has no rank') from unnest(array[null, '', repeat('s', 1000000)]) s;
select throws_ok($$select * from xp.user_rank('autumn')$$, 'KG004', null, 'a rank needs a season');
select test.as_user(test.user('bob'));
select results_eq($$select * from xp.user_rank('winter')$$, 'values (null::bigint, 0::bigint)', 'who earned nothing has no rank');
select test.as_anon();
select throws_ok($$select * from xp.leaderboard('spring')$$, '42501', null, 'anon sees no leaderboard');
select test.as_owner();

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
