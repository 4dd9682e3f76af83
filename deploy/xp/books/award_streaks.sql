-- Deploy gamekeeper:xp/books/award_streaks to pg
-- requires: xp/claims/xp_awards xp/streaks/xp_streak_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Planned for the users that it is asked about, as xp.differences.
create function xp.award_streaks(user_ids bigint[] default null)
returns table (
  user_id bigint, streak_key text, current_streak integer, longest_streak integer, grace_used integer, last_reward_day_id text,
  model_state jsonb
)
language plpgsql
stable
parallel safe
set plan_cache_mode = force_custom_plan
as $$
begin
  return query
  with latest as (
    select distinct on (a.user_id, left(a.reward_day_id, -11))
      a.user_id, left(a.reward_day_id, -11) as streak_key, a.streak_day, a.longest_streak, a.grace_used,
      right(a.reward_day_id, 10) as day, a.model_state_snapshot
    from xp.xp_awards as a
    where award_streaks.user_ids is null or a.user_id = any (award_streaks.user_ids)
    order by a.user_id, left(a.reward_day_id, -11), a.reward_day_id desc
  ), given as (
    select e.user_id, coalesce(e.streak_key, '') as streak_key, coalesce(e.after_day_id, '') as after_day_id, sum(e.freezes) as freezes
    from xp.xp_streak_entries as e
    where e.kind = 'freeze' and (award_streaks.user_ids is null or e.user_id = any (award_streaks.user_ids))
    group by e.user_id, coalesce(e.streak_key, ''), coalesce(e.after_day_id, '')
  )
  select
    s.user_id, nullif(s.streak_key, ''), coalesce(l.streak_day, 0), coalesce(l.longest_streak, 0), coalesce(l.grace_used, 0), l.day,
    coalesce(l.model_state_snapshot, '{}') || case
      when g.freezes is null then '{}'
      else jsonb_build_object('freezes', coalesce((l.model_state_snapshot ->> 'freezes')::bigint, 0) + g.freezes)
    end
  from (
    select u.user_id, '' as streak_key
    from xp.xp_users as u
    where award_streaks.user_ids is null or u.user_id = any (award_streaks.user_ids)
    union
    select l.user_id, l.streak_key from latest as l
    union
    select g.user_id, g.streak_key from given as g
  ) as s
  left join latest as l on l.user_id = s.user_id and l.streak_key = s.streak_key
  left join given as g on g.user_id = s.user_id and g.streak_key = s.streak_key and g.after_day_id = coalesce(l.day, '');
end
$$;
comment on function xp.award_streaks(bigint[]) is
  'What the streaks of those users (null: all) should be: their last award keeps the streak as it left it, and freezes came since. [helper]';
revoke all on function xp.award_streaks(bigint[]) from public;
commit;
