-- Deploy gamekeeper:xp/users/account_day to pg
-- requires: xp/days/calendar_day xp/days/timezone_wait xp/users/anchor_zone xp/users/xp_timezone_changes
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.account_day(account xp.xp_users, terms xp.policy_terms, at timestamptz)
returns xp.reward_day
language plpgsql
stable
parallel safe
as $$
begin
  -- The calendar itself passes over what is a week before the next change.
  if account_day.at < account_day.account.tz_changed_at + xp.timezone_wait()
    and account_day.terms.anchor = 'ANCHOR_TIMEZONE'
  then
    return (
      select xp.calendar_day(
        array_agg(c.from_tz order by c.change_no) || account_day.account.reward_tz,
        array_agg(c.requested_at order by c.change_no), account_day.terms.starts_at, account_day.at
      )
      from xp.xp_timezone_changes as c
      where c.user_id = account_day.account.user_id and c.requested_at <= account_day.account.tz_changed_at
    );
  end if;
  return xp.zone_day(xp.anchor_zone(account_day.terms, account_day.account.reward_tz), account_day.terms.starts_at, account_day.at);
end
$$;
comment on function xp.account_day(xp.xp_users, xp.policy_terms, timestamptz) is
  'The reward day of an instant for an account under a policy. docs/xp.md, "Reward days". [helper]';
revoke all on function xp.account_day(xp.xp_users, xp.policy_terms, timestamptz) from public;
commit;
