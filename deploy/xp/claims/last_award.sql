-- Deploy gamekeeper:xp/claims/last_award to pg
-- requires: xp/claims/xp_awards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Days begin with a digit, which sorts before a colon, keys with a letter, which sorts behind it.
create function xp.last_award(user_id bigint, streak_key text)
returns xp.xp_awards
language plpgsql
stable
parallel safe
as $$
declare
  _award xp.xp_awards;
begin
  select a.* into _award
  from xp.xp_awards as a
  where a.user_id = last_award.user_id
    and a.reward_day_id >= coalesce(last_award.streak_key || ':', '')
    and a.reward_day_id < coalesce(last_award.streak_key || ';', ':')
  order by a.reward_day_id desc
  limit 1;
  return _award;
end
$$;
comment on function xp.last_award(bigint, text) is
  'The award of the latest reward day in a streak of an account (null: of policies without streakKey); null when there is none. [helper]';
revoke all on function xp.last_award(bigint, text) from public;
commit;
