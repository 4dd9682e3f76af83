-- Deploy gamekeeper:xp/users/account_day to pg
-- requires: xp/days/calendar_day xp/users/anchor_zone
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.account_day(account xp.xp_users, definition jsonb, at timestamptz)
returns xp.reward_day
language plpgsql
stable
parallel safe
as $$
declare
  _start constant time := (account_day.definition #>> '{claimWindow,startLocalTime}')::time;
begin
  if account_day.account.tz_changed_at is not null and account_day.definition #>> '{claimWindow,anchor}' = 'ANCHOR_TIMEZONE' then
    return xp.calendar_day(
      account_day.account.reward_tz, account_day.account.previous_tz, account_day.account.tz_changed_at,
      _start, account_day.at
    );
  end if;
  return xp.zone_day(xp.anchor_zone(account_day.definition, account_day.account.reward_tz), _start, account_day.at);
end
$$;
comment on function xp.account_day(xp.xp_users, jsonb, timestamptz) is
  'The reward day of an instant for an account under a policy. docs/xp.md, "Reward days". [helper]';
revoke all on function xp.account_day(xp.xp_users, jsonb, timestamptz) from public;
commit;
