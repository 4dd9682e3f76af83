-- Deploy gamekeeper:xp/books/award_streaks to pg
-- requires: xp/claims/xp_awards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.award_streaks(user_ids bigint[] default null)
returns table (
  user_id bigint, current_streak integer, longest_streak integer, grace_used integer, last_reward_day_id text, model_state jsonb
)
language sql
stable
parallel safe
set search_path = pg_temp
as $$
  select
    u.user_id, coalesce(a.streak_day, 0), coalesce(a.longest_streak, 0), coalesce(a.grace_used, 0), a.reward_day_id,
    coalesce(a.model_state_snapshot, '{}')
  from xp.xp_users as u
  left join (
    select distinct on (a.user_id)
      a.user_id, a.streak_day, a.longest_streak, a.grace_used, a.reward_day_id, a.model_state_snapshot
    from xp.xp_awards as a
    where award_streaks.user_ids is null or a.user_id = any (award_streaks.user_ids)
    order by a.user_id, a.reward_day_id desc
  ) as a on a.user_id = u.user_id
  where award_streaks.user_ids is null or u.user_id = any (award_streaks.user_ids)
$$;
comment on function xp.award_streaks(bigint[]) is
  'What the streaks of those users (null: all) should be, by their last award, which keeps the streak as it left it. [helper]';
revoke all on function xp.award_streaks(bigint[]) from public;
commit;
