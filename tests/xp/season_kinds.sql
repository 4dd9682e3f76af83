-- Seasons of other kinds run beside the main one: XP counts for all, balances follow main, a policy names the kind of its streak.
begin;
select plan(33);
select test.as_operator(test.user('op'));
select is((xp.create_season('march', '2026-03-01', '2026-03-31')).kind, 'main', 'a season is of kind main, where no other is named');
select is((xp.create_season('egg hunt', '2026-03-10', '2026-04-05', 'event')).kind, 'event', 'a season of another kind may have the same days');
select throws_ok($$select xp.create_season('more eggs', '2026-04-05', '2026-04-30', 'event')$$, 'KG308', null, 'seasons of one kind do not overlap');
select is((xp.create_season('egg hunt', '2026-03-10', '2026-04-05', 'event')).season_id, 'egg hunt', 'announcing a season of a kind again answers with the one there is');
select throws_ok($$select xp.create_season('egg hunt', '2026-03-10', '2026-04-05', 'duel')$$, 'KG308', null, 'a season does not change its kind');
select throws_ok(format('select xp.create_season(%L, %L, %L, %L)', 'kind', '2026-08-01', '2026-08-31', k), 'KG001', null, format('%s is no kind of seasons', coalesce(k, 'null')))
from unnest(array[null, '', 'Event', '1st', repeat('k', 41)]) as k;
select throws_ok(format('select xp.create_season(%L, %L, %L)', n, '2026-08-01', '2026-08-31'), 'KG001', null, format('a season is not called %s, as another board is', n))
from unnest('{all, day:2026-08-01, week:now, month:}'::text[]) as n;
select xp.create_season('duel', '2026-03-20', '2026-03-20', 'duel');
select throws_ok($$select xp.extend_season('march', '2100-01-01')$$, 'KG005', null, 'a season that is over is not extended, whatever runs beside it');

select test.as_owner();
select xp.create_season('long', '2100-01-01', '2100-01-31', 'event');
select xp.create_season('later', '2100-03-01', '2100-03-31', 'event');
select xp.create_season('other', '2100-02-01', '2100-02-28');
select throws_ok($$select xp.extend_season('long', '2100-03-01')$$, 'KG308', null, 'a season is not extended over a day of another of its kind');
select is((xp.extend_season('long', '2100-02-20')).ends_on, '2100-02-20'::date, 'a season may be extended over days of a season of another kind');

-- XP counts for all seasons that run.
select test.xp_activate('daily', test.xp_policy(test.xp_flat()));
select test.xp_user('ann') as ann \gset
select test.xp_claim('ann', 'daily', d::timestamptz) from unnest('{2026-03-09 12:00Z, 2026-03-10 12:00Z, 2026-03-20 12:00Z, 2026-04-02 12:00Z, 2026-04-06 12:00Z}'::text[]) as d;
select results_eq(
  'select season_id, side_seasons from xp.xp_ledger order by ledger_id',
  $$values ('march'::text, null::text[]), ('march', '{egg hunt}'), ('march', '{duel,egg hunt}'), (null, '{egg hunt}'), (null, null)$$,
  'an entry names the season of kind main, and those that ran beside it'
);
select results_eq(
  'select season_id, xp from xp.xp_season_xp order by season_id', $$values ('duel'::text, 100::bigint), ('egg hunt', 300), ('march', 300)$$,
  'a claim counts for every season that runs on its day'
);
select results_eq('select seasonal_xp, season_id from xp.xp_balance', $$values (300::bigint, 'march')$$, 'balances show the latest season of kind main');
select results_eq($$select s, xp from unnest('{egg hunt, march}'::text[]) as s cross join lateral xp.leaderboard(s)$$, $$values ('egg hunt'::text, 300::bigint), ('march', 300)$$, 'each season has its board');
-- The mark of upkeep is set by hand, since all of this is one transaction.
update xp.xp_roll_up set rolled_to = (select max(l.ledger_id) from xp.xp_ledger as l) where task = 'xp.boards';
select xp.rebuild_scores();
select results_eq($$select s, xp from unnest('{egg hunt, march}'::text[]) as s cross join lateral xp.leaderboard(s)$$, $$values ('egg hunt'::text, 300::bigint), ('march', 300)$$, 'upkeep adds an entry to the boards of all its seasons');

-- Corrections.
select results_eq(
  $$select season_id, corrected_season, side_seasons, corrected_sides from xp.grant_xp((select user_id from xp.xp_users), -250, 'TOO_MUCH', test.user('c1'), '{}', 'correction', 'duel')$$,
  $$values (null::text, 0::bigint, '{duel}'::text[], '{-100}'::bigint[])$$, 'a correction of a season that ran beside the main one takes from it alone, to 0 at most'
);
select is((xp.grant_xp(:ann, -250, 'TOO_MUCH', test.user('c1'), '{}', 'correction', 'duel')).corrected_sides, '{-100}'::bigint[], 'a correction of such a season that is sent again takes nothing more');
select throws_ok(format('select xp.grant_xp(%s, -250, %L, test.user(%L), %L, %L, %L)', :ann, 'TOO_MUCH', 'c1', '{}', 'correction', 'march'), 'KG006', null, 'a correction is not repeated for another season');
insert into xp.xp_seasons (season_id, starts_on, ends_on, kind)
select k || ' now', (now() at time zone 'UTC')::date, (now() at time zone 'UTC')::date, k from unnest('{main, event, duel}'::text[]) as k;
select xp.grant_xp(:ann, 40, 'GIFT', test.user('g1'));
select is((xp.grant_xp(:ann, -50, 'TOO_MUCH', test.user('c2'), '{}', 'correction')).corrected_sides, '{-40,-40}'::bigint[], 'a correction lowers every season that runs');
select results_eq(
  'select season_id, xp from xp.xp_season_xp order by season_id',
  $$values ('duel'::text, 0::bigint), ('duel now', 0), ('egg hunt', 300), ('event now', 0), ('main now', 0), ('march', 300)$$, 'no season falls below 0'
);

-- The seasonal model by the kind that the policy names.
select test.xp_activate('hunt', test.xp_policy(test.xp_flat() || '{"seasonKind": "event", "streakKey": "hunt", "streakModel": {"type": "TieredSeasonalReset",
  "parameters": {"tiers": [{"startDay": 1, "endDay": 1, "bonusMultiplier": 1}, {"startDay": 2, "endDay": 9, "bonusMultiplier": 2}]}}}'));
select results_eq(
  $$select c.reward_day_id, c.streak_day from unnest('{2026-03-09, 2026-03-10, 2026-03-11, 2026-04-05, 2026-04-06}'::text[]) as d
    cross join lateral test.xp_claim('ann', 'hunt', (d || ' 12:00Z')::timestamptz) as c$$,
  $$values ('hunt:2026-03-09', 1), ('hunt:2026-03-10', 1), ('hunt:2026-03-11', 2), ('hunt:2026-04-05', 1), ('hunt:2026-04-06', 1)$$,
  'a streak of the seasonal model begins anew with the seasons of the kind that its policy names'
);
select is((xp.eligibility_at(test.user('ann')::text, 'hunt', '2026-03-12 12:00Z')).days_to_season_end, 24, 'the end that is shown is the one of the kind that the policy names');
select results_eq($$select path from xp.validate_definition(test.xp_policy('{"seasonKind": "Event"}'))$$, array['seasonKind'], 'a policy names a kind that a season can have');
select is_empty('select * from xp.reconcile()', 'the books agree with seasons of several kinds');
update xp.xp_season_xp set xp = xp + 1 where season_id = 'egg hunt';
select is((select count(*) from xp.reconcile()), 1::bigint, 'a wrong total of a season beside the main one is found');
select xp.rebuild_balances();

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
