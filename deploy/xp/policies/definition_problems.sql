-- Deploy gamekeeper:xp/policies/definition_problems to pg
-- requires: xp/policies/model_problems xp/days/instant_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.definition_problems(definition jsonb)
returns table (path text, message text)
language plpgsql
immutable
parallel safe
as $$
declare
  _grace constant jsonb := definition_problems.definition -> 'grace';
  _window constant jsonb := definition_problems.definition -> 'claimWindow';
  _curve constant jsonb := definition_problems.definition -> 'streakCurve';
  _boosts constant jsonb := definition_problems.definition -> 'seasonalBoosts';
  _freezes constant jsonb := definition_problems.definition -> 'freezes';
  _audience constant jsonb := definition_problems.definition -> 'audience';
  _overrides constant jsonb := definition_problems.definition -> 'segmentOverrides';
begin
  if jsonb_typeof(definition_problems.definition) is distinct from 'object' then
    return query select '$', 'must be an object';
    return;
  end if;
  -- Every user may have a document validated, and every claim reads the policy: nothing looks into what is too large.
  return query
    select v.path, 'must have 1000 entries or fewer'
    from (values
      ('streakCurve', _curve),
      ('streakModel.parameters.tiers', definition_problems.definition #> '{streakModel,parameters,tiers}'),
      ('streakModel.parameters.milestones', definition_problems.definition #> '{streakModel,parameters,milestones}'),
      ('seasonalBoosts', _boosts),
      ('segmentOverrides', _overrides)
    ) as v (path, list)
    where case jsonb_typeof(v.list) when 'array' then jsonb_array_length(v.list) > 1000 end
    union all
    select '$', 'must have 1000000 characters or fewer'
    where length(definition_problems.definition::text) > 1000000;
  if found then
    return;
  end if;
  return query select * from xp.unknown_keys('$', definition_problems.definition, array[
    'baseXp', 'streakCurve', 'grace', 'claimWindow', 'streakModel', 'seasonalBoosts', 'segmentOverrides',
    'minCooldownHours', 'xpCap', 'freezes', 'audience', 'streakKey', 'seasonKind'
  ]);

  return query
    select v.path, v.message
    from (values
      ('baseXp', xp.number_problem(definition_problems.definition -> 'baseXp', 0, 1000000000, above => true)),
      ('minCooldownHours', case
        when definition_problems.definition ? 'minCooldownHours'
          then xp.number_problem(definition_problems.definition -> 'minCooldownHours', 0, 8760)
      end),
      ('xpCap', case
        when definition_problems.definition ? 'xpCap'
          then xp.number_problem(definition_problems.definition -> 'xpCap', 1, 1000000000000, whole => true)
      end)
    ) as v (path, message)
    where v.message is not null;

  -- The curve: entry i is for day i + 1.
  return query select 'streakCurve', 'is missing' where _curve is null;
  return query select 'streakCurve', 'must have an entry' where _curve = '[]';
  return query select * from xp.array_problems('streakCurve', _curve);
  return query
    select format('streakCurve[%s].%s', i.index, v.field), v.message
    from xp.array_items(_curve) as i
    cross join lateral (values
      (1, 'dayIndex', coalesce(
        xp.number_problem(i.item -> 'dayIndex', 0, 1000000, whole => true),
        case when i.item -> 'dayIndex' <> to_jsonb(i.index) then format('must be %s: the curve counts from 0 without gaps', i.index) end
      )),
      (2, 'multiplier', xp.number_problem(i.item -> 'multiplier', 0, 1000000)),
      (3, 'additiveBonusXp', case
        when i.item ? 'additiveBonusXp' then xp.number_problem(i.item -> 'additiveBonusXp', 0, 1000000000, whole => true)
      end)
    ) as v (n, field, message)
    where jsonb_typeof(i.item) = 'object' and v.message is not null
    order by i.index, v.n;
  return query
    select k.path, k.message
    from xp.array_items(_curve) as i
    cross join lateral xp.unknown_keys(
      format('streakCurve[%s]', i.index), i.item, array['dayIndex', 'multiplier', 'additiveBonusXp']
    ) as k;

  if jsonb_typeof(_grace) = 'object' then
    return query select * from xp.unknown_keys('grace', _grace, array['allowedMisses', 'windowDays', 'refillEveryDays']);
    return query
      select v.path, v.message
      from (values
        ('grace.allowedMisses', xp.number_problem(_grace -> 'allowedMisses', 0, 1000000, whole => true)),
        ('grace.windowDays', xp.number_problem(_grace -> 'windowDays', 0, 1000000, whole => true)),
        ('grace.allowedMisses', case
          when jsonb_typeof(_grace -> 'allowedMisses') = 'number' and jsonb_typeof(_grace -> 'windowDays') = 'number'
            and (_grace -> 'allowedMisses')::numeric > (_grace -> 'windowDays')::numeric
            then 'must not be above windowDays'
        end),
        ('grace.refillEveryDays', case
          when _grace ? 'refillEveryDays' then xp.number_problem(_grace -> 'refillEveryDays', 1, 1000000, whole => true)
        end)
      ) as v (path, message)
      where v.message is not null;
  elsif _grace is not null then
    return query select 'grace', 'must be an object';
  end if;

  if jsonb_typeof(_freezes) = 'object' then
    return query select * from xp.unknown_keys('freezes', _freezes, array['maxHeld', 'maxPerGap']);
    return query
      select v.path, v.message
      from (values
        ('freezes.maxHeld', xp.number_problem(_freezes -> 'maxHeld', 0, 1000, whole => true)),
        ('freezes.maxPerGap', xp.number_problem(_freezes -> 'maxPerGap', 0, 1000, whole => true))
      ) as v (path, message)
      where v.message is not null;
  elsif _freezes is not null then
    return query select 'freezes', 'must be an object';
  end if;

  if jsonb_typeof(_audience) = 'object' then
    return query select * from xp.unknown_keys('audience', _audience, array['segmentKey']);
    return query
      select 'audience.segmentKey', 'must be a text of 1 to 100 characters'
      where jsonb_typeof(_audience -> 'segmentKey') is distinct from 'string'
        or length(_audience ->> 'segmentKey') not between 1 and 100;
  elsif _audience not in ('"everybody"', '"service"') then
    return query select 'audience', 'must be "everybody", "service" or {"segmentKey": "..."}';
  end if;

  return query
    select k, 'must be a text of up to 40 of a-z, 0-9, _ and -, beginning with a letter'
    from unnest(array['streakKey', 'seasonKind']) as k
    where jsonb_typeof(definition_problems.definition -> k) <> 'string'
      or definition_problems.definition ->> k !~ '^[a-z][a-z0-9_-]{0,39}$';

  if jsonb_typeof(_window) = 'object' then
    return query select * from xp.unknown_keys('claimWindow', _window, array['startLocalTime', 'durationHours', 'anchor']);
    return query
      select v.path, v.message
      from (values
        ('claimWindow.startLocalTime', case
          when jsonb_typeof(_window -> 'startLocalTime') is distinct from 'string'
            or _window ->> 'startLocalTime' !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' then 'must be a time of day from 00:00 to 23:59'
        end),
        ('claimWindow.durationHours', xp.number_problem(_window -> 'durationHours', 1, 24, whole => true)),
        ('claimWindow.anchor', case
          when _window -> 'anchor' is null or _window -> 'anchor' not in ('"ANCHOR_TIMEZONE"', '"FIXED_UTC"', '"SERVER_LOCAL"')
            then 'must be one of ANCHOR_TIMEZONE, FIXED_UTC, SERVER_LOCAL'
        end)
      ) as v (path, message)
      where v.message is not null;
  else
    return query select 'claimWindow', case when _window is null then 'is missing' else 'must be an object' end;
  end if;

  return query select * from xp.model_problems(definition_problems.definition -> 'streakModel');

  return query select * from xp.array_problems('seasonalBoosts', _boosts);
  return query
    select format('seasonalBoosts[%s].%s', i.index, v.field), v.message
    from xp.array_items(_boosts) as i
    cross join lateral (values
      (1, 'label', case
        when jsonb_typeof(i.item -> 'label') is distinct from 'string' or i.item ->> 'label' = '' then 'must be a text that is not empty'
      end),
      (2, 'multiplier', xp.number_problem(i.item -> 'multiplier', 0, 1000000)),
      (3, 'startUtc', case when xp.instant_of(i.item ->> 'startUtc') is null then 'must be an instant such as 2026-12-24T00:00:00Z' end),
      (4, 'endUtc', case when xp.instant_of(i.item ->> 'endUtc') is null then 'must be an instant such as 2026-12-27T00:00:00Z' end),
      (5, 'endUtc', case when xp.instant_of(i.item ->> 'endUtc') <= xp.instant_of(i.item ->> 'startUtc') then 'must be after startUtc' end)
    ) as v (n, field, message)
    where jsonb_typeof(i.item) = 'object' and v.message is not null
    order by i.index, v.n;
  return query
    select k.path, k.message
    from xp.array_items(_boosts) as i
    cross join lateral xp.unknown_keys(
      format('seasonalBoosts[%s]', i.index), i.item, array['label', 'multiplier', 'startUtc', 'endUtc']
    ) as k;
  return query
    select o.path, o.message
    from xp.range_overlaps('seasonalBoosts', (
      select jsonb_agg(jsonb_build_array(
        extract(epoch from xp.instant_of(i.item ->> 'startUtc')), extract(epoch from xp.instant_of(i.item ->> 'endUtc'))
      ) order by i.index)
      from xp.array_items(_boosts) as i
    )) as o;

  return query select * from xp.array_problems('segmentOverrides', _overrides);
  return query
    select format('segmentOverrides[%s].%s', i.index, v.field), v.message
    from (
      select o.index, o.item, row_number() over (partition by o.item -> 'segmentKey' order by o.index) as nth
      from xp.array_items(_overrides) as o
    ) as i
    cross join lateral (values
      (1, 'segmentKey', case
        when jsonb_typeof(i.item -> 'segmentKey') is distinct from 'string' or i.item ->> 'segmentKey' = ''
          then 'must be a text that is not empty'
        when i.nth > 1 then 'is there twice'
      end),
      (2, 'version', xp.number_problem(i.item -> 'version', 1, 1000000000, whole => true))
    ) as v (n, field, message)
    where jsonb_typeof(i.item) = 'object' and v.message is not null
    order by i.index, v.n;
  return query
    select k.path, k.message
    from xp.array_items(_overrides) as i
    cross join lateral xp.unknown_keys(
      format('segmentOverrides[%s]', i.index), i.item, array['segmentKey', 'version']
    ) as k;
end
$$;
comment on function xp.definition_problems(jsonb) is
  'Everything that is wrong with a policy document by itself, by path; the check constraint of xp.xp_rules stands on it. docs/xp.md, "Writing a policy". [helper]';
revoke all on function xp.definition_problems(jsonb) from public;
commit;
