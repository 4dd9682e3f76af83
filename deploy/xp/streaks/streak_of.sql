-- Deploy gamekeeper:xp/streaks/streak_of to pg
-- requires: xp/streaks/prior_streak
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.streak_of(user_id bigint)
returns xp.streak_state
language plpgsql
stable
parallel safe
as $$
declare
  _streak xp.xp_streaks;
begin
  select s.* into strict _streak from xp.xp_streaks as s where s.user_id = streak_of.user_id;
  return xp.prior_streak(_streak);
end
$$;
comment on function xp.streak_of(bigint) is
  'The streak of an account as the last claim left it. [helper]';
revoke all on function xp.streak_of(bigint) from public;
commit;
