-- Deploy gamekeeper:xp/streaks/lock_streak to pg
-- requires: xp/streaks/xp_streaks xp/errors core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.lock_streak(external_user_id text)
returns xp.xp_streaks
language plpgsql
volatile
as $$
declare
  _streak xp.xp_streaks;
begin
  select s.* into _streak
  from xp.xp_users as u
  join xp.xp_streaks as s on s.user_id = u.user_id
  where u.external_user_id = lock_streak.external_user_id
  for no key update of s;
  if not found then
    perform core.raise('NOT_REGISTERED');
  end if;
  return _streak;
end
$$;
comment on function xp.lock_streak(text) is
  'Locks the streak of a user of the platform, the row that all claims of the user wait for, and returns it. Raises: NOT_REGISTERED. [helper]';
revoke all on function xp.lock_streak(text) from public;
commit;
