-- Deploy gamekeeper:xp/streaks/lock_streak to pg
-- requires: xp/streaks/xp_streaks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.lock_streak(user_id bigint)
returns xp.xp_streaks
language plpgsql
volatile
as $$
declare
  _streak xp.xp_streaks;
begin
  select s.* into strict _streak
  from xp.xp_streaks as s
  where s.user_id = lock_streak.user_id
  for no key update;
  return _streak;
end
$$;
comment on function xp.lock_streak(bigint) is
  'Locks the streak of an account, the row that all claims of its user wait for, and returns it. [helper]';
revoke all on function xp.lock_streak(bigint) from public;
commit;
