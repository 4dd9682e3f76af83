-- Deploy gamekeeper:xp/claims/last_award to pg
-- requires: xp/claims/xp_awards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.last_award(user_id bigint)
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
  order by a.reward_day_id desc
  limit 1;
  return _award;
end
$$;
comment on function xp.last_award(bigint) is
  'The award of the latest reward day of an account; null when there is none. [helper]';
revoke all on function xp.last_award(bigint) from public;
commit;
