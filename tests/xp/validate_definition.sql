-- xp.validate_definition names every problem of a policy, and an invalid one cannot be stored.
begin;
select plan(98);

select is_empty($$select * from xp.validate_definition(test.xp_policy())$$, 'a valid policy has no problems');
select is_empty(
  $$select * from xp.validate_definition(test.xp_policy() - 'grace' - 'seasonalBoosts' - 'segmentOverrides' - 'minCooldownHours' - 'xpCap')$$,
  'grace, boosts, overrides, cooldown and cap may be left out'
);

-- A change of the valid policy and the one problem it must bring.
create temp table cases (path text[], value jsonb, expected text) on commit drop;
insert into cases (path, value, expected) values
  ('{baseXp}', null, 'baseXp is missing'),
  ('{baseXp}', '0', 'baseXp must be above 0'),
  ('{baseXp}', '"100"', 'baseXp must be a number'),
  ('{baseXp}', '1000000001', 'baseXp must be 1000000000 or less'),
  ('{bonus}', '1', 'bonus is not a known key'),
  ('{streakCurve}', null, 'streakCurve is missing'),
  ('{streakCurve}', '[]', 'streakCurve must have an entry'),
  ('{streakCurve}', '{}', 'streakCurve must be a list'),
  ('{streakCurve,1}', '7', 'streakCurve[1] must be an object'),
  ('{streakCurve,1,dayIndex}', '2', 'streakCurve[1].dayIndex must be 1: the curve counts from 0 without gaps'),
  ('{streakCurve,0,dayIndex}', null, 'streakCurve[0].dayIndex is missing'),
  ('{streakCurve,2,multiplier}', '-0.1', 'streakCurve[2].multiplier must be 0 or more'),
  ('{streakCurve,2,multiplier}', '0', null),
  ('{streakCurve,2,additiveBonusXp}', '1.5', 'streakCurve[2].additiveBonusXp must be a whole number, without decimals'),
  ('{streakCurve,2,additiveBonusXp}', '5.0', 'streakCurve[2].additiveBonusXp must be a whole number, without decimals'),
  ('{streakCurve,1,dayIndex}', '1.0', 'streakCurve[1].dayIndex must be a whole number, without decimals'),
  ('{streakModel,parameters,plateauDay}', '3.0', 'streakModel.parameters.plateauDay must be a whole number, without decimals'),
  ('{streakModel,parameters,plateauDay}', '1e2', null),
  ('{claimWindow,durationHours}', '24.0', 'claimWindow.durationHours must be a whole number, without decimals'),
  ('{segmentOverrides}', '[{"segmentKey": "vip", "version": 1.0}]', 'segmentOverrides[0].version must be a whole number, without decimals'),
  ('{segmentOverrides}', '[{"segmentKey": "vip", "version": "1"}, {"segmentKey": "new", "version": 1e300}]', 'segmentOverrides[0].version must be a number, segmentOverrides[1].version must be 1000000000 or less'),
  ('{baseXp}', '1e300', 'baseXp must be 1000000000 or less'),
  ('{baseXp}', '-0', 'baseXp must be above 0'),
  ('{baseXp}', '"NaN"', 'baseXp must be a number'),
  ('{baseXp}', '0.00000000000000000001', null),
  ('{minCooldownHours}', '1e-400', 'minCooldownHours must have 20 decimals or fewer'),
  ('{streakCurve,0,multiplier}', ('0.' || repeat('3', 16000))::jsonb, 'streakCurve[0].multiplier must have 20 decimals or fewer'),
  ('{streakCurve,0,multiplier}', '0.3333333333333333', null),
  ('{claimWindow,startLocalTime}', '"0٣:00"', 'claimWindow.startLocalTime must be a time of day from 00:00 to 23:59'),
  ('{streakModel}', '{"type": "TieredSeasonalReset", "parameters": {"tiers": [{"startDay": 5, "endDay": 9, "bonusMultiplier": 1}, {"startDay": 1, "endDay": 20, "bonusMultiplier": 1}, {"startDay": 10, "endDay": 10, "bonusMultiplier": 1}, {"startDay": 21, "endDay": 30, "bonusMultiplier": 1}]}}', 'streakModel.parameters.tiers[1] overlaps streakModel.parameters.tiers[0], streakModel.parameters.tiers[2] overlaps streakModel.parameters.tiers[1]'),
  ('{streakModel}', '{"type": "MilestoneMetaReward", "parameters": {"milestones": [{"rewardType": "a", "rewardValue": 1}, {"rewardType": "a", "rewardValue": 1}]}}', 'streakModel.parameters.milestones[0].day is missing, streakModel.parameters.milestones[1].day is missing'),
  ('{streakCurve,2,additiveBonusXp}', '-1', 'streakCurve[2].additiveBonusXp must be 0 or more'),
  ('{streakCurve,2,color}', '1', 'streakCurve[2].color is not a known key'),
  ('{grace}', '1', 'grace must be an object'),
  ('{grace,allowedMisses}', '2', 'grace.allowedMisses must not be above windowDays'),
  ('{grace,windowDays}', null, 'grace.windowDays is missing'),
  ('{grace,days}', '1', 'grace.days is not a known key'),
  ('{claimWindow}', null, 'claimWindow is missing'),
  ('{claimWindow}', '"05:00"', 'claimWindow must be an object'),
  ('{claimWindow,startLocalTime}', '"24:00"', 'claimWindow.startLocalTime must be a time of day from 00:00 to 23:59'),
  ('{claimWindow,startLocalTime}', '5', 'claimWindow.startLocalTime must be a time of day from 00:00 to 23:59'),
  ('{claimWindow,startLocalTime}', '"23:59"', null),
  ('{claimWindow,durationHours}', '0', 'claimWindow.durationHours must be 1 or more'),
  ('{claimWindow,durationHours}', '25', 'claimWindow.durationHours must be 24 or less'),
  ('{claimWindow,durationHours}', '1', null),
  ('{claimWindow,anchor}', '"UTC"', 'claimWindow.anchor must be one of ANCHOR_TIMEZONE, FIXED_UTC, SERVER_LOCAL'),
  ('{streakModel}', null, 'streakModel is missing'),
  ('{streakModel}', '"PlateauCap"', 'streakModel must be an object'),
  ('{streakModel,type}', '"Plateau"', 'streakModel.type must be one of PlateauCap, WeeklyCycleReset, DecayCurve, TieredSeasonalReset, MilestoneMetaReward'),
  ('{streakModel,parameters}', '[]', 'streakModel.parameters must be an object, streakModel.parameters.plateauDay is missing, streakModel.parameters.plateauMultiplier is missing'),
  ('{streakModel,parameters,plateauDay}', '0', 'streakModel.parameters.plateauDay must be 1 or more'),
  ('{streakModel,parameters,plateauMultiplier}', '0', 'streakModel.parameters.plateauMultiplier must be above 0'),
  ('{streakModel,parameters,tiers}', '[]', 'streakModel.parameters.tiers is not a known key'),
  ('{streakModel,name}', '1', 'streakModel.name is not a known key'),
  ('{streakModel}', '{"type": "WeeklyCycleReset", "parameters": {}}', null),
  ('{streakModel}', '{"type": "DecayCurve", "parameters": {"decayPercent": 1.01, "graceDay": -1}}', 'streakModel.parameters.decayPercent must be 1 or less, streakModel.parameters.graceDay must be 0 or more'),
  ('{streakModel}', '{"type": "DecayCurve", "parameters": {"decayPercent": 1, "graceDay": 0}}', null),
  ('{streakModel}', '{"type": "TieredSeasonalReset", "parameters": {"tiers": [{"startDay": 1, "endDay": 3, "bonusMultiplier": 1}, {"startDay": 5, "endDay": 2, "bonusMultiplier": 1}]}}', 'streakModel.parameters.tiers[1].endDay must not be before startDay'),
  ('{streakModel}', '{"type": "TieredSeasonalReset", "parameters": {"tiers": [{"startDay": 1, "endDay": 3, "bonusMultiplier": 1}, {"startDay": 3, "endDay": 5, "bonusMultiplier": 1}]}}', 'streakModel.parameters.tiers[1] overlaps streakModel.parameters.tiers[0]'),
  ('{streakModel}', '{"type": "TieredSeasonalReset", "parameters": {}}', 'streakModel.parameters.tiers is missing'),
  ('{streakModel}', '{"type": "MilestoneMetaReward", "parameters": {"milestones": [{"day": 3, "rewardType": "a", "rewardValue": 1}, {"day": 3, "rewardType": "", "x": 1}]}}', 'streakModel.parameters.milestones[1].day is there twice, streakModel.parameters.milestones[1].rewardType must be a text that is not empty, streakModel.parameters.milestones[1].rewardValue is missing, streakModel.parameters.milestones[1].x is not a known key'),
  ('{seasonalBoosts}', '[{"label": "x", "multiplier": 2, "startUtc": "2026-01-02T00:00:00Z", "endUtc": "2026-01-01T00:00:00Z"}]', 'seasonalBoosts[0].endUtc must be after startUtc'),
  ('{seasonalBoosts}', '[{"label": "", "multiplier": -2, "startUtc": "2026-02-30T00:00:00Z", "endUtc": 7}]', 'seasonalBoosts[0].label must be a text that is not empty, seasonalBoosts[0].multiplier must be 0 or more, seasonalBoosts[0].startUtc must be an instant such as 2026-12-24T00:00:00Z, seasonalBoosts[0].endUtc must be an instant such as 2026-12-27T00:00:00Z'),
  ('{seasonalBoosts}', '[{"label": "x", "multiplier": 2, "startUtc": "2026-13-01T00:00:00Z", "endUtc": "2026-12-27T24:00:00Z"}]', 'seasonalBoosts[0].startUtc must be an instant such as 2026-12-24T00:00:00Z, seasonalBoosts[0].endUtc must be an instant such as 2026-12-27T00:00:00Z'),
  ('{seasonalBoosts}', '[{"label": "a", "multiplier": 2, "startUtc": "2026-01-01T00:00:00Z", "endUtc": "2026-01-03T00:00:00Z"}, {"label": "b", "multiplier": 2, "startUtc": "2026-01-02T00:00:00Z", "endUtc": "2026-01-04T00:00:00Z"}]', 'seasonalBoosts[1] overlaps seasonalBoosts[0]'),
  ('{seasonalBoosts}', '[{"label": "a", "multiplier": 2, "startUtc": "2026-01-01T00:00:00Z", "endUtc": "2026-01-02T00:00:00Z"}, {"label": "b", "multiplier": 2, "startUtc": "2026-01-02T00:00:00+00:00", "endUtc": "2026-01-04T00:00:00Z"}]', null),
  ('{segmentOverrides}', '[{"segmentKey": "vip", "version": 1}]', 'segmentOverrides[0].version names no existing version'),
  ('{segmentOverrides}', '[{"segmentKey": "vip", "version": 0}, {"segmentKey": "vip"}]', 'segmentOverrides[0].version must be 1 or more, segmentOverrides[1].segmentKey is there twice, segmentOverrides[1].version is missing'),
  ('{minCooldownHours}', '-1', 'minCooldownHours must be 0 or more'),
  ('{xpCap}', '0', 'xpCap must be 1 or more');
select is(
  (
    select string_agg(v.path || ' ' || v.message, ', ' order by v.n)
    from xp.validate_definition(case when c.value is null then test.xp_policy() #- c.path else jsonb_set(test.xp_policy(), c.path, c.value) end)
      with ordinality v (path, message, n)
  ),
  c.expected,
  format('%s = %s: %s', array_to_string(c.path, '.'), coalesce(left(c.value::text, 60), 'absent'), coalesce(c.expected, 'no problem'))
)
from cases c;

select is(
  array(select v.path from xp.validate_definition(d) v), '{$}'::text[],
  format('%s is no policy', coalesce(d::text, 'null'))
)
from unnest(array[null, 'null', '[]', '"policy"']::jsonb[]) d;
select is(
  (select count(*) from xp.validate_definition('{"streakCurve": [1, "a", null, []], "seasonalBoosts": [[]], "segmentOverrides": "x", "grace": [], "claimWindow": null, "streakModel": {"type": {}, "parameters": 1}, "baseXp": []}')),
  11::bigint, 'every problem of a policy of nonsense is named, and none breaks the search'
);

-- Size: a thousand entries a list and a million characters, and nothing looks into more.
create function pg_temp.entries(n integer, entry text) returns jsonb language sql return
  (select jsonb_agg(replace(entry_of.text, '"#"', i::text)::jsonb) from generate_series(0, n - 1) i, (values (entries.entry)) entry_of (text));
create temp table lists (path text[], entry text, model text) on commit drop;
insert into lists values
  ('{streakCurve}', '{"dayIndex": "#", "multiplier": 1}', null),
  ('{segmentOverrides}', '{"segmentKey": "s#", "version": "#"}', null),
  ('{seasonalBoosts}', '{"label": "a", "multiplier": 1, "startUtc": "2026-01-01T00:00:00Z", "endUtc": "2026-01-02T00:00:00Z"}', null),
  ('{streakModel,parameters,tiers}', '{"startDay": 1, "endDay": 2, "bonusMultiplier": 1}', 'TieredSeasonalReset'),
  ('{streakModel,parameters,milestones}', '{"day": 1, "rewardType": "a", "rewardValue": 1}', 'MilestoneMetaReward');
create function pg_temp.document(l lists, n integer) returns jsonb language sql return
  jsonb_set(
    case when l.model is null then test.xp_policy() else test.xp_policy(jsonb_build_object('streakModel', jsonb_build_object('type', l.model, 'parameters', '{}'::jsonb))) end,
    l.path, pg_temp.entries(n, l.entry)
  );
set local statement_timeout = '5min'; -- in pairs they would take hours, in order a second or two
select is(
  array(select v.path || ' ' || v.message from xp.validate_definition(pg_temp.document(l, n)) v where v.path <> '$'), array[array_to_string(l.path, '.') || ' must have 1000 entries or fewer'],
  format('%s entries of %s are too many, and that is all that is said', n, array_to_string(l.path, '.'))
)
from lists l
cross join unnest('{1001, 100000}'::integer[]) n;
select cmp_ok(
  (select count(*) from xp.validate_definition(pg_temp.document(l, 1000)) v where v.message like 'overlaps %' or v.message = 'is there twice'), '<=', 999::bigint,
  format('a thousand entries of %s are looked at in order, not in pairs', array_to_string(l.path, '.'))
)
from lists l;
select is(
  array(select v.path || ' ' || v.message from xp.validate_definition(test.xp_policy(jsonb_build_object(k, repeat('x', 1000000)))) v),
  '{$ must have 1000000 characters or fewer}'::text[], format('a text of a megabyte as %s is too much', left(k, 10))
)
from unnest(array['bonus', 'grace', repeat('k', 1000000)]) k;
select is(
  array(select v.path || ' ' || v.message from xp.validate_definition(test.xp_policy(('{"grace": ' || repeat('[', 1000) || repeat(']', 1000) || '}')::jsonb)) v),
  '{grace must be an object}'::text[], 'a document may nest deeply and is still refused by name'
);
set local statement_timeout = 0;

select throws_ok(
  $$insert into xp.xp_rules (policy_key, version, definition, created_by) values ('bad', 1, '{}', 'test')$$, '23514', null,
  'an invalid policy cannot be stored, by the owner neither'
);

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
