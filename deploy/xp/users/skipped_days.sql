-- Deploy gamekeeper:xp/users/skipped_days to pg
-- requires: xp/users/account_day xp/users/xp_timezone_changes
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.skipped_days(account xp.xp_users, terms xp.policy_terms, after_day date, before_day date)
returns date[]
language plpgsql
stable
parallel safe
as $$
declare
  _start constant time := skipped_days.terms.starts_at;
  _zone constant text := xp.anchor_zone(skipped_days.terms, skipped_days.account.reward_tz);
  _skipped date[];
  _zones text[];
  _changed_at timestamptz[];
  _last xp.reward_day;
  _in_force timestamptz;
  _turn xp.reward_day;
begin
  select coalesce(array_agg(skipped_days.after_day + i), '{}')
  into _skipped
  from generate_series(1, skipped_days.before_day - skipped_days.after_day - 1) as i
  where xp.day_start(_zone, _start, skipped_days.after_day + i) = xp.day_start(_zone, _start, skipped_days.after_day + i + 1);
  if skipped_days.terms.anchor = 'ANCHOR_TIMEZONE' then
    select array_agg(c.from_tz order by c.change_no) || skipped_days.account.reward_tz, array_agg(c.requested_at order by c.change_no)
    into _zones, _changed_at
    from xp.xp_timezone_changes as c
    where c.user_id = skipped_days.account.user_id;
    for _i in 1..coalesce(cardinality(_changed_at), 0) loop
      -- Who went home before the new zone was in force was never there.
      _in_force := (xp.calendar_day(_zones[1:_i + 1], _changed_at[1:_i], _start, _changed_at[_i])).next_boundary;
      continue when _changed_at[_i + 1] < _in_force;
      _last := xp.calendar_day(_zones[1:_i], _changed_at[1:_i - 1], _start, _changed_at[_i]);
      _turn := xp.zone_day(_zones[_i + 1], _start, _last.next_boundary);
      _skipped := _skipped || array(
        select skipped_days.after_day + i
        from generate_series(
          greatest(_last.day - skipped_days.after_day, 0) + 1, least(_turn.day, skipped_days.before_day) - skipped_days.after_day - 1
        ) as i
      );
    end loop;
  end if;
  return _skipped;
end
$$;
comment on function xp.skipped_days(xp.xp_users, xp.policy_terms, date, date) is
  'The dates between two reward days that never came for the account: its zone left them out, as Pacific/Apia did 2011-12-30, or the user moved east over the date line. Nobody missed them. [helper]';
revoke all on function xp.skipped_days(xp.xp_users, xp.policy_terms, date, date) from public;
commit;
