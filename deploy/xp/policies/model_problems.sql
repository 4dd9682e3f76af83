-- Deploy gamekeeper:xp/policies/model_problems to pg
-- requires: xp/policies/number_problem xp/policies/unknown_keys xp/policies/array_problems xp/policies/range_overlaps
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.model_problems(model jsonb)
returns table (path text, message text)
language plpgsql
immutable
parallel safe
as $$
declare
  _at constant text := 'streakModel.parameters';
  _type constant text := case jsonb_typeof(model_problems.model -> 'type') when 'string' then model_problems.model ->> 'type' end;
  _parameters constant jsonb := coalesce(model_problems.model -> 'parameters', '{}');
  _known text[];
begin
  if jsonb_typeof(model_problems.model) is distinct from 'object' then
    return query select 'streakModel', case when model_problems.model is null then 'is missing' else 'must be an object' end;
    return;
  end if;
  return query select * from xp.unknown_keys('streakModel', model_problems.model, array['type', 'parameters']);
  if jsonb_typeof(_parameters) <> 'object' then
    return query select _at, 'must be an object';
  end if;

  if _type = 'PlateauCap' then
    _known := array['plateauDay', 'plateauMultiplier'];
    return query
      select v.path, v.message
      from (values
        (_at || '.plateauDay', xp.number_problem(_parameters -> 'plateauDay', 1, 1000000, whole => true)),
        (_at || '.plateauMultiplier', xp.number_problem(_parameters -> 'plateauMultiplier', 0, 1000000, above => true))
      ) as v (path, message)
      where v.message is not null;
  elsif _type = 'WeeklyCycleReset' then
    _known := '{}';
  elsif _type = 'DecayCurve' then
    _known := array['decayPercent', 'graceDay'];
    return query
      select v.path, v.message
      from (values
        (_at || '.decayPercent', xp.number_problem(_parameters -> 'decayPercent', 0, 1)),
        (_at || '.graceDay', xp.number_problem(_parameters -> 'graceDay', 0, 1000000, whole => true))
      ) as v (path, message)
      where v.message is not null;
  elsif _type = 'TieredSeasonalReset' then
    _known := array['tiers'];
    return query select _at || '.tiers', 'is missing' where _parameters -> 'tiers' is null;
    return query select * from xp.array_problems(_at || '.tiers', _parameters -> 'tiers');
    return query
      select format('%s.tiers[%s].%s', _at, i.index, v.field), v.message
      from xp.array_items(_parameters -> 'tiers') as i
      cross join lateral (values
        (1, 'startDay', xp.number_problem(i.item -> 'startDay', 1, 1000000, whole => true)),
        (2, 'endDay', xp.number_problem(i.item -> 'endDay', 1, 1000000, whole => true)),
        (3, 'endDay', case
          when jsonb_typeof(i.item -> 'startDay') = 'number' and jsonb_typeof(i.item -> 'endDay') = 'number'
            and (i.item -> 'endDay')::numeric < (i.item -> 'startDay')::numeric then 'must not be before startDay'
        end),
        (4, 'bonusMultiplier', xp.number_problem(i.item -> 'bonusMultiplier', 0, 1000000))
      ) as v (n, field, message)
      where jsonb_typeof(i.item) = 'object' and v.message is not null
      order by i.index, v.n;
    return query
      select k.path, k.message
      from xp.array_items(_parameters -> 'tiers') as i
      cross join lateral xp.unknown_keys(
        format('%s.tiers[%s]', _at, i.index), i.item, array['startDay', 'endDay', 'bonusMultiplier']
      ) as k;
    return query
      select o.path, o.message
      from xp.range_overlaps(_at || '.tiers', (
        select jsonb_agg(case
          when jsonb_typeof(i.item -> 'startDay') = 'number' and jsonb_typeof(i.item -> 'endDay') = 'number'
            then jsonb_build_array((i.item -> 'startDay')::numeric, (i.item -> 'endDay')::numeric + 1)
        end order by i.index)
        from xp.array_items(_parameters -> 'tiers') as i
      )) as o;
  elsif _type = 'MilestoneMetaReward' then
    _known := array['milestones'];
    return query select _at || '.milestones', 'is missing' where _parameters -> 'milestones' is null;
    return query select * from xp.array_problems(_at || '.milestones', _parameters -> 'milestones');
    return query
      select format('%s.milestones[%s].%s', _at, i.index, v.field), v.message
      from (
        select m.index, m.item, row_number() over (partition by m.item -> 'day' order by m.index) as nth
        from xp.array_items(_parameters -> 'milestones') as m
      ) as i
      cross join lateral (values
        (1, 'day', xp.number_problem(i.item -> 'day', 1, 1000000, whole => true)),
        (2, 'day', case when i.nth > 1 and i.item -> 'day' is not null then 'is there twice' end),
        (3, 'rewardType', case
          when i.item -> 'rewardType' is null then 'is missing'
          when jsonb_typeof(i.item -> 'rewardType') <> 'string' or i.item ->> 'rewardType' = '' then 'must be a text that is not empty'
        end),
        (4, 'rewardValue', case when i.item -> 'rewardValue' is null then 'is missing' end)
      ) as v (n, field, message)
      where jsonb_typeof(i.item) = 'object' and v.message is not null
      order by i.index, v.n;
    return query
      select k.path, k.message
      from xp.array_items(_parameters -> 'milestones') as i
      cross join lateral xp.unknown_keys(
        format('%s.milestones[%s]', _at, i.index), i.item, array['day', 'rewardType', 'rewardValue']
      ) as k;
  else
    return query
      select 'streakModel.type',
        'must be one of PlateauCap, WeeklyCycleReset, DecayCurve, TieredSeasonalReset, MilestoneMetaReward';
    return;
  end if;
  return query select * from xp.unknown_keys(_at, _parameters, _known);
end
$$;
comment on function xp.model_problems(jsonb) is
  'Everything that is wrong with the streakModel of a policy, by path. docs/xp.md, "Writing a policy". [helper]';
revoke all on function xp.model_problems(jsonb) from public;
commit;
