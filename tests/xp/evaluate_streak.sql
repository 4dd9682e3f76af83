-- xp.evaluate_streak: the vectors of the specification, and each rule at its edges.
begin;
select plan(82);

-- The outcome of a policy for a prior streak after a number of days, claimed at noon.
create function pg_temp.outcome(
  definition jsonb, current_streak integer, gap integer, longest integer default null, grace_used integer default 0,
  season xp.season_bounds default null, model_state jsonb default '{}'
) returns xp.streak_outcome
language sql
as $$
  select xp.evaluate_streak(
    definition,
    row(current_streak, coalesce(longest, current_streak), grace_used, '2026-03-10', model_state)::xp.streak_state,
    date '2026-03-10' + gap, (date '2026-03-10' + gap) + time '12:00', season
  )
$$;

-- Streak day and XP, the two that the vectors give.
create function pg_temp.day_xp(o xp.streak_outcome) returns text
language sql
return format('%s, %s XP', (o).current_streak, (o).xp);

create temp table d on commit drop as
select
  test.xp_policy() as plateau,
  test.xp_policy('{
    "grace": {"allowedMisses": 0, "windowDays": 0},
    "streakModel": {"type": "DecayCurve", "parameters": {"decayPercent": 0.25, "graceDay": 0}},
    "streakCurve": [
      {"dayIndex": 0, "multiplier": 1.0}, {"dayIndex": 1, "multiplier": 1.1}, {"dayIndex": 2, "multiplier": 1.2},
      {"dayIndex": 3, "multiplier": 1.3}, {"dayIndex": 4, "multiplier": 1.4}, {"dayIndex": 5, "multiplier": 1.5}
    ]
  }') as decay,
  test.xp_policy(test.xp_flat() || '{
    "streakModel": {"type": "TieredSeasonalReset", "parameters": {"tiers": [
      {"startDay": 1, "endDay": 3, "bonusMultiplier": 1.2}, {"startDay": 4, "endDay": 6, "bonusMultiplier": 1.5}
    ]}}
  }') as seasonal,
  test.xp_policy(test.xp_flat() || '{"streakModel": {"type": "WeeklyCycleReset", "parameters": {}}}') as weekly,
  test.xp_policy(test.xp_flat() || '{
    "streakModel": {"type": "MilestoneMetaReward", "parameters": {"milestones": [
      {"day": 3, "rewardType": "badge", "rewardValue": "bronze"}, {"day": 5, "rewardType": "coins", "rewardValue": 50}
    ]}}
  }') as milestone;

-- The vectors.
select is(pg_temp.day_xp(pg_temp.outcome(plateau, 2, 1)), '3, 240 XP', 'plateau: prior 2, next day -> streak 3, 240 XP') from d;
select is(pg_temp.day_xp(pg_temp.outcome(plateau, 2, 2)), '3, 240 XP', 'plateau: prior 2, one day missed -> streak 3, 240 XP') from d;
select is((pg_temp.outcome(plateau, 2, 2)).grace_applied, true, 'plateau: grace covered the missed day') from d;
select is(pg_temp.day_xp(pg_temp.outcome(plateau, 2, 3)), '1, 100 XP', 'plateau: prior 2, two days missed -> streak 1, 100 XP') from d;
select is(pg_temp.day_xp(pg_temp.outcome(decay, 7, 2)), '5, 140 XP', 'decay: prior 7, one day missed -> 5, 140 XP') from d;
select is(pg_temp.day_xp(pg_temp.outcome(decay, 8, 3)), '4, 130 XP', 'decay: prior 8, two days missed -> 4, 130 XP') from d;
select is(
  pg_temp.day_xp(pg_temp.outcome(seasonal, 3, 1, season => row('2026-01-01', '2026-03-31')::xp.season_bounds)), '4, 150 XP',
  'seasonal: prior 3, next day -> 4, 150 XP'
) from d;
select is(
  pg_temp.day_xp(pg_temp.outcome(seasonal, 3, 1, 5, season => row('2026-01-01', '2026-03-10')::xp.season_bounds)), '1, 120 XP',
  'seasonal: the first claim after the end -> 1, 120 XP'
) from d;
select is(
  (pg_temp.outcome(seasonal, 3, 1, 5, season => row('2026-01-01', '2026-03-10')::xp.season_bounds)).longest_streak, 5,
  'seasonal: the longest streak stays 5'
) from d;
select is((pg_temp.outcome(weekly, 7, 1)).current_streak, 1, 'weekly: prior 7, next day -> 1') from d;

-- The first claim, and days that are not new.
select is(
  xp.evaluate_streak(plateau, null, '2026-03-10', '2026-03-10 12:00Z', null)::text, '(1,1,0,2026-03-10,{},1,0,100,f,[])',
  'without an earlier claim it is day 1'
) from d;
select is(
  (xp.evaluate_streak(plateau, row(0, 9, 1, null, '{}')::xp.streak_state, '2026-03-10', '2026-03-10 12:00Z', null)).longest_streak, 9,
  'the longest streak outlives a state without a last day'
) from d;
select is(
  pg_temp.outcome(plateau, 2, 0, 4, 1)::text, '(2,4,1,2026-03-10,{},0,0,0,f,[])', 'a gap of 0 changes nothing and is worth nothing'
) from d;
select is(pg_temp.outcome(plateau, 2, -3, 4, 1), pg_temp.outcome(plateau, 2, 0, 4, 1), 'a gap below 0 changes nothing') from d;

-- Grace.
select is((pg_temp.outcome(plateau, 1, 2)).grace_used, 1, 'a covered day is counted') from d;
select is(pg_temp.day_xp(pg_temp.outcome(plateau, 1, 2, grace_used => 1)), '1, 100 XP', 'used grace covers no second day') from d;
select is((pg_temp.outcome(plateau, 1, 2, grace_used => 1)).grace_used, 0, 'a reset clears the grace used') from d;
select is((pg_temp.outcome(plateau, 1, 1, grace_used => 1)).grace_used, 1, 'going on keeps the grace used') from d;
select is(
  (pg_temp.outcome(plateau || '{"grace": {"allowedMisses": 2, "windowDays": 2}}', 1, 3)).grace_used, 2,
  'two misses are covered where two are allowed'
) from d;
select is(
  (pg_temp.outcome(plateau || '{"grace": {"allowedMisses": 2, "windowDays": 3}}', 1, 4)).grace_applied, false,
  'three misses are not covered where two are allowed'
) from d;
select is(
  (pg_temp.outcome(plateau || '{"grace": {"allowedMisses": 3, "windowDays": 1}}', 1, 3)).grace_applied, false,
  'more misses in a row than windowDays are not covered'
) from d;
select is((pg_temp.outcome(plateau - 'grace', 2, 2)).current_streak, 1, 'without grace one missed day resets') from d;

-- Seasons.
select is(
  (pg_temp.outcome(seasonal, 3, 2, season => row('2026-01-01', '2026-03-11')::xp.season_bounds)).current_streak, 1,
  'grace never bridges the end of a season'
) from d;
select is(
  (pg_temp.outcome(seasonal, 3, 2, grace_used => 0, season => row('2026-01-01', '2026-03-12')::xp.season_bounds)).grace_applied, true,
  'grace works within a season'
) from d;
select is(
  (pg_temp.outcome(seasonal, 3, 1, season => row('2026-03-11', '2026-05-31')::xp.season_bounds)).current_streak, 1,
  'a new season begins with day 1, seen from its first day'
) from d;
select is(
  (pg_temp.outcome(seasonal, 3, 1, season => row('2025-10-01', '2026-03-09')::xp.season_bounds)).current_streak, 4,
  'a season that ended before the last claim resets nothing more'
) from d;
select is((pg_temp.outcome(seasonal, 3, 1)).current_streak, 4, 'without a season nothing resets') from d;
select is(
  (pg_temp.outcome(plateau, 1, 1, season => row('2026-01-01', '2026-03-10')::xp.season_bounds)).current_streak, 2,
  'other models do not know seasons'
) from d;
select is(pg_temp.day_xp(pg_temp.outcome(seasonal, 6, 1)), '7, 100 XP', 'beyond the tiers there is no bonus') from d;

-- Decay.
select is((pg_temp.outcome(decay, 2, 30)).current_streak, 1, 'decay ends at 1') from d;
select is(
  (pg_temp.outcome(jsonb_set(decay, '{streakModel,parameters,decayPercent}', '0'), 6, 1000)).current_streak, 6,
  'without decay the streak waits'
) from d;
select is(
  (pg_temp.outcome(jsonb_set(decay, '{streakModel,parameters,decayPercent}', '0.1'), 10, 2)).current_streak, 9,
  'decay is exact: floor(10 * 0.9) is 9'
) from d;
select is((pg_temp.outcome(decay, 7, 2, grace_used => 1)).grace_used, 1, 'decay is no reset: the grace used stays') from d;

-- Milestones.
select is(
  (pg_temp.outcome(milestone, 2, 1)).milestone_hits, '[{"day": 3, "rewardType": "badge", "rewardValue": "bronze"}]',
  'a milestone is hit when its day is reached'
) from d;
select is((pg_temp.outcome(milestone, 2, 1)).model_state, '{"claimedMilestones": [3]}', 'a milestone hit is remembered') from d;
select is(
  pg_temp.outcome(milestone, 2, 1, 4, model_state => '{"claimedMilestones": [3]}')::text,
  '(3,4,0,2026-03-11,"{""claimedMilestones"": [3]}",1,0,100,f,[])', 'a milestone is never hit twice'
) from d;
select is(
  (pg_temp.outcome(milestone, 4, 1, model_state => '{"claimedMilestones": [3]}')).model_state, '{"claimedMilestones": [3, 5]}',
  'the next milestone is added'
) from d;

-- XP.
select is(
  (pg_temp.outcome(weekly || '{"baseXp": 5, "streakCurve": [{"dayIndex": 0, "multiplier": 0.5}]}', 1, 1)).xp, 3::bigint,
  'XP rounds half away from zero: 2.5 is 3'
) from d;
select is(
  (pg_temp.outcome(weekly || '{"baseXp": 5, "streakCurve": [{"dayIndex": 0, "multiplier": 0.5, "additiveBonusXp": 10}], "xpCap": 12}', 1, 1)).xp,
  12::bigint, 'the cap comes after the bonus'
) from d;
select is((pg_temp.outcome(weekly - 'xpCap', 1, 1)).xp, 100::bigint, 'without a cap nothing is cut') from d;
select is(
  (pg_temp.outcome(weekly - 'xpCap' || '{"baseXp": 1000000000, "streakCurve": [{"dayIndex": 0, "multiplier": 1000000}],
    "seasonalBoosts": [{"label": "x", "multiplier": 1000000, "startUtc": "2026-01-01T00:00:00Z", "endUtc": "2027-01-01T00:00:00Z"}]}', 1, 1)).xp,
  1000000000000, 'no policy gives more than the highest cap'
) from d;
select is(
  array(
    select (xp.evaluate_streak(
      weekly || '{"seasonalBoosts": [{"label": "x", "multiplier": 3, "startUtc": "2026-03-11T00:00:00Z", "endUtc": "2026-03-12T02:00:00+02:00"}]}',
      row(1, 1, 0, '2026-03-10', '{}')::xp.streak_state, '2026-03-11', at, null
    )).xp
    from unnest('{2026-03-10 23:59:59.999999Z, 2026-03-11 00:00Z, 2026-03-11 23:59:59.999999Z, 2026-03-12 00:00Z}'::timestamptz[]) at
  ),
  '{100,300,300,100}'::bigint[], 'a boost holds from its first instant up to, not including, its last'
) from d;
select is(
  (select provolatile from pg_proc where oid = 'xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds, date[])'::regprocedure),
  'i', 'the evaluation is immutable'
);
set local datestyle to 'SQL, DMY';
set local timezone to 'Pacific/Apia';
select is(
  (pg_temp.outcome(plateau, 1, 1)).last_reward_day_id, '2026-03-11', 'the session''s DateStyle and TimeZone do not matter'
) from d;

-- A curve with gaps is no valid one; where the rule is asked about it, it takes the last entry at or before the day.
select is(
  pg_temp.day_xp(pg_temp.outcome(test.xp_policy(test.xp_flat() || '{
    "streakModel": {"type": "WeeklyCycleReset", "parameters": {}},
    "streakCurve": [{"dayIndex": 0, "multiplier": 1}, {"dayIndex": 2, "multiplier": 3}, {"dayIndex": 5, "multiplier": 6}]
  }'), v.prior, 1)),
  v.expected, format('a curve with gaps: day %s', v.prior + 1)
)
from (values (1, '2, 100 XP'), (2, '3, 300 XP'), (4, '5, 300 XP'), (5, '6, 600 XP')) v (prior, expected);

-- The largest that a state can hold.
select is(
  (xp.evaluate_streak(test.xp_policy(test.xp_flat() || m.model), row(2147483647, 2147483647, 2147483647, '2026-03-10', '{}')::xp.streak_state, d.day, '2026-03-11', null)).longest_streak,
  2147483647, format('%s: the longest streak and grace of all are no overflow on %s', m.model #>> '{streakModel,type}', d.day)
)
from (values
  ('{"streakModel": {"type": "PlateauCap", "parameters": {"plateauDay": 3, "plateauMultiplier": 2}}}'::jsonb),
  ('{"streakModel": {"type": "WeeklyCycleReset"}}'),
  ('{"streakModel": {"type": "DecayCurve", "parameters": {"decayPercent": 0, "graceDay": 0}}}'),
  ('{"streakModel": {"type": "TieredSeasonalReset", "parameters": {"tiers": []}}}'),
  ('{"streakModel": {"type": "MilestoneMetaReward", "parameters": {"milestones": []}}}')
) m (model)
cross join (values ('2026-03-11'::date), ('2026-03-12'), ('9999-12-31')) d (day);

-- Decay day by day, as the rule is written, against the steps that are taken in one.
create function pg_temp.decayed(streak integer, share numeric, missed integer) returns integer
language plpgsql
as $$
begin
  for _ in 1..decayed.missed loop
    decayed.streak := floor(decayed.streak * (1 - decayed.share));
    exit when decayed.streak <= 1;
  end loop;
  return greatest(decayed.streak, 1);
end
$$;
select is(
  array(
    select format('%s after %s days of %s: %s, day by day %s', s, m, p, o.current_streak, pg_temp.decayed(s, p, m))
    from unnest('{1, 2, 3, 7, 10, 99, 1000, 4321}'::integer[]) as s
    cross join unnest('{0, 0.00000000000000000001, 0.000000001, 0.001, 0.1, 0.25, 0.3, 0.33333333333333333333, 0.5, 0.75, 0.9999, 1}'::numeric[]) as p
    cross join unnest('{1, 2, 3, 10, 365, 5000}'::integer[]) as m
    cross join lateral pg_temp.outcome(jsonb_set((select decay from d), '{streakModel,parameters,decayPercent}', to_jsonb(p)), s, m + 1) as o
    where o.current_streak <> pg_temp.decayed(s, p, m)
  ),
  '{}'::text[], 'decay over many missed days is what it is day by day'
);

-- Whatever document, state and distance somebody asks about, the answer comes at once.
set local statement_timeout = '10s'; -- day by day it would take minutes
select lives_ok(
  format(
    'select xp.evaluate_streak(%L, row(2147483647, 1, 0, ''0001-01-01'', ''{}'')::xp.streak_state, ''9999-12-31'', ''2026-01-01'', null)',
    (select jsonb_set(decay, '{streakModel,parameters,decayPercent}', to_jsonb(p)) from d)
  ),
  format('a decay of %s over ten thousand years is answered at once', p)
)
from unnest('{0.000000001, 0.00000000000000000001, 0.00002, 0.0005}'::numeric[]) as p;
select lives_ok(
  format('select xp.evaluate_streak(%L, row(1, 1, 0, ''2026-03-10'', ''[5]'')::xp.streak_state, ''2026-03-12'', ''2026-03-12'', null)', h.document),
  format('a document that %s is answered at once, without an error', h.what)
)
from (values
  ('holds numbers of a hundred thousand digits', '{"baseXp": 1e100000, "xpCap": 1e100000, "streakCurve": [{"dayIndex": 0, "multiplier": 1e100000, "additiveBonusXp": 1e100000}],
    "grace": {"allowedMisses": 1e100000, "windowDays": 1e100000}, "streakModel": {"type": "PlateauCap", "parameters": {"plateauDay": 1e100000, "plateauMultiplier": 1e100000}}}'),
  ('decays by numbers of ten thousand digits', '{"streakModel": {"type": "DecayCurve", "parameters": {"decayPercent": 1e-10000}}}'),
  ('holds texts where numbers belong', '{"baseXp": "x", "xpCap": "x", "streakCurve": [{"dayIndex": "x", "multiplier": "x"}], "grace": {"allowedMisses": "x"},
    "streakModel": {"type": "TieredSeasonalReset", "parameters": {"tiers": [{"startDay": "x"}, 5]}}, "seasonalBoosts": [{"startUtc": "x", "endUtc": "y", "multiplier": "x"}]}'),
  ('holds objects where lists belong', '{"streakCurve": {}, "seasonalBoosts": {}, "streakModel": {"type": "MilestoneMetaReward", "parameters": {"milestones": {}}}}'),
  ('is empty', '{}'), ('is a list', '[]'),
  ('has ten thousand boosts', jsonb_build_object('seasonalBoosts', (select jsonb_agg('{"startUtc": "2026-03-01T00:00:00Z", "endUtc": "2026-04-01T00:00:00Z", "multiplier": 2}'::jsonb) from generate_series(1, 10000)))::text)
) as h (what, document);
select is(
  (xp.evaluate_streak((select plateau from d), row(5, 5, 0, l.day, '{}')::xp.streak_state, '2026-03-12', '2026-03-12', null)).current_streak, 1,
  format('a last day of %s is no earlier claim', l.day)
)
from unnest('{yesterday, 0000-01-01, 2026-13-01, 2026-00-10, 2026-01-32}'::text[]) as l (day);
set local statement_timeout = 0;

-- A gap that freezes cover, or that the service excused, is none: day, XP, multiplier, grace, milestones and freezes left are the same.
select results_eq(
  $$
    select count(*), count(*) filter (where v.covered = v.gapless), count(*) filter (where v.excused = v.gapless)
    from (values
      ('{"type": "PlateauCap", "parameters": {"plateauDay": 3, "plateauMultiplier": 2}}'::jsonb),
      ('{"type": "WeeklyCycleReset", "parameters": {}}'),
      ('{"type": "DecayCurve", "parameters": {"decayPercent": 0.25, "graceDay": 0}}'),
      ('{"type": "TieredSeasonalReset", "parameters": {"tiers": [{"startDay": 1, "endDay": 3, "bonusMultiplier": 1.2}, {"startDay": 4, "endDay": 6, "bonusMultiplier": 1.5}]}}'),
      ('{"type": "MilestoneMetaReward", "parameters": {"milestones": [{"day": 2, "rewardType": "badge", "rewardValue": "bronze"}]}}')
    ) as m (model)
    cross join generate_series(1, 9) as s (streak)
    cross join lateral (
      select test.xp_policy(jsonb_build_object(
        'streakModel', m.model, 'freezes', '{"maxHeld": 3, "maxPerGap": 2}'::jsonb, 'grace', '{"allowedMisses": 0, "windowDays": 0}'::jsonb
      )) as definition
    ) as p
    cross join lateral (
      select
        xp.evaluate_streak(p.definition, row(s.streak, s.streak, 0, '2026-03-04', '{"freezes": 1}'), '2026-03-05', '2026-03-05 12:00Z', null) as gapless,
        xp.evaluate_streak(p.definition, row(s.streak, s.streak, 0, '2026-03-02', '{"freezes": 3}'), '2026-03-05', '2026-03-05 12:00Z', null) as covered,
        xp.evaluate_streak(
          p.definition, row(s.streak, s.streak, 0, '2026-03-02', '{"freezes": 1}'), '2026-03-05', '2026-03-05 12:00Z', null, '{2026-03-03, 2026-03-04}'
        ) as excused
    ) as v
  $$,
  $$ values (45::bigint, 45::bigint, 45::bigint) $$,
  'in every model a gap that freezes cover or the service excused has the outcome of no gap'
);

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
