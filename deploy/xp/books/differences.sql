-- Deploy gamekeeper:xp/books/differences to pg
-- requires: xp/books/ledger_totals xp/ledger/counted_seasons xp/books/award_streaks xp/ledger/xp_balance xp/streaks/xp_streaks xp/streaks/xp_keyed_streaks xp/seasons/xp_season_xp xp/ledger/xp_levels xp/ledger/xp_level_ups xp/ledger/xp_ledger xp/ledger/earned
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Planned for the users that it is asked about: a plan for any users reads the rows of all. A level is missing where something was
-- earned an hour after it was set: by then it has come to every shard, and claims that had not seen it are over.
create function xp.differences(user_ids bigint[] default null)
returns table (kind text, user_id bigint, expected jsonb, actual jsonb)
language plpgsql
stable
parallel safe
set plan_cache_mode = force_custom_plan
as $$
begin
  return query
  with totals as (
    select l.* from xp.ledger_totals(differences.user_ids) as l
  )
  select
    'balance', coalesce(t.user_id, b.user_id),
    jsonb_build_object('current_balance', t.current_balance, 'lifetime_xp', t.lifetime_xp, 'seasonal_xp', t.seasonal_xp, 'season_id', t.season_id),
    jsonb_build_object('current_balance', b.current_balance, 'lifetime_xp', b.lifetime_xp, 'seasonal_xp', b.seasonal_xp, 'season_id', b.season_id)
  from totals as t
  left join xp.xp_balance as b on b.user_id = t.user_id
  where (t.current_balance, t.lifetime_xp, t.seasonal_xp, t.season_id)
    is distinct from (b.current_balance, b.lifetime_xp, b.seasonal_xp, b.season_id)
  union all
  select
    'level', t.user_id, jsonb_build_object('level', v.level),
    jsonb_build_object('level', (select max(u.level) from xp.xp_level_ups as u where u.user_id = t.user_id))
  from totals as t
  cross join lateral (
    select l.level, l.set_at from xp.xp_levels as l where l.xp <= t.lifetime_xp order by l.xp desc limit 1
  ) as v
  where v.level > 1
    and not exists (select from xp.xp_level_ups as u where u.user_id = t.user_id and u.level = v.level)
    and exists (
      select from xp.xp_ledger as l
      where l.user_id = t.user_id and l.created_at > v.set_at + interval '1 hour' and xp.earned(l.amount, l.corrected_lifetime) > 0
    )
  union all
  select 'season', coalesce(l.user_id, s.user_id), jsonb_build_object(coalesce(l.season_id, s.season_id), l.xp), jsonb_build_object(coalesce(l.season_id, s.season_id), s.xp)
  from (
    select l.user_id, c.season_id, sum(c.xp) as xp
    from xp.xp_ledger as l
    cross join lateral xp.counted_seasons(l.amount, l.season_id, l.corrected_season, l.side_seasons, l.corrected_sides) as c
    where c.xp <> 0 and (differences.user_ids is null or l.user_id = any (differences.user_ids))
    group by l.user_id, c.season_id
  ) as l
  full join (
    select s.user_id, s.season_id, s.xp
    from xp.xp_season_xp as s
    where differences.user_ids is null or s.user_id = any (differences.user_ids)
  ) as s on s.user_id = l.user_id and s.season_id = l.season_id
  where l.xp is distinct from s.xp
  union all
  select
    'streak', coalesce(t.user_id, s.user_id),
    jsonb_build_object('streak_key', t.streak_key, 'current_streak', t.current_streak, 'longest_streak', t.longest_streak, 'grace_used', t.grace_used, 'last_reward_day_id', t.last_reward_day_id, 'model_state', t.model_state),
    jsonb_build_object('streak_key', s.streak_key, 'current_streak', s.current_streak, 'longest_streak', s.longest_streak, 'grace_used', s.grace_used, 'last_reward_day_id', s.last_reward_day_id, 'model_state', s.model_state)
  from xp.award_streaks(differences.user_ids) as t
  full join (
    select s.user_id, null as streak_key, s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state
    from xp.xp_streaks as s
    where differences.user_ids is null or s.user_id = any (differences.user_ids)
    union all
    select k.user_id, k.streak_key, k.current_streak, k.longest_streak, k.grace_used, k.last_reward_day_id, k.model_state
    from xp.xp_keyed_streaks as k
    where differences.user_ids is null or k.user_id = any (differences.user_ids)
  ) as s on s.user_id = t.user_id and coalesce(s.streak_key, '') = coalesce(t.streak_key, '')
  where (t.current_streak, t.longest_streak, t.grace_used, t.last_reward_day_id, t.model_state)
    is distinct from (s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state)
  union all
  select
    'award', coalesce(a.user_id, l.user_id),
    jsonb_build_object('reward_day_id', a.reward_day_id, 'xp', a.xp_awarded),
    jsonb_build_object('reward_day_id', l.reward_day_id, 'xp', l.amount)
  from (
    select a.user_id, a.reward_day_id, a.xp_awarded
    from xp.xp_awards as a
    where differences.user_ids is null or a.user_id = any (differences.user_ids)
  ) as a
  full join (
    select l.user_id, l.reward_day_id, l.amount
    from xp.xp_ledger as l
    where l.reward_day_id is not null and (differences.user_ids is null or l.user_id = any (differences.user_ids))
  ) as l on l.user_id = a.user_id and l.reward_day_id = a.reward_day_id
  where a.xp_awarded is distinct from l.amount;
end
$$;
comment on function xp.differences(bigint[]) is
  'xp.reconcile for some users (null: all); for the owner only. [helper]';
revoke all on function xp.differences(bigint[]) from public;
commit;
