-- Deploy gamekeeper:xp/streaks/streak_of to pg
-- requires: xp/streaks/prior_streak xp/streaks/xp_keyed_streaks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.streak_of(user_id bigint, streak_key text)
returns xp.streak_state
language plpgsql
stable
parallel safe
as $$
declare
  _streak xp.xp_streaks;
  _state xp.streak_state;
begin
  if streak_of.streak_key is not null then
    select s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state
    into _state
    from xp.xp_keyed_streaks as s
    where s.user_id = streak_of.user_id and s.streak_key = streak_of.streak_key;
    return case when found then _state else row(0, 0, 0, null, '{}')::xp.streak_state end;
  end if;
  select s.* into strict _streak from xp.xp_streaks as s where s.user_id = streak_of.user_id;
  return xp.prior_streak(_streak);
end
$$;
comment on function xp.streak_of(bigint, text) is
  'A streak of an account as the last claim left it: that of a streakKey, or (null) the one of policies without. [helper]';
revoke all on function xp.streak_of(bigint, text) from public;
commit;
