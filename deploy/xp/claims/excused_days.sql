-- Deploy gamekeeper:xp/claims/excused_days to pg
-- requires: xp/users/skipped_days xp/streaks/xp_streak_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.excused_days(account xp.xp_users, terms xp.policy_terms, after_day date, before_day date)
returns date[]
language sql
stable
parallel safe
return array(
  select s.day
  from unnest(
    xp.skipped_days(excused_days.account, excused_days.terms, excused_days.after_day, excused_days.before_day)
  ) as s (day)
  union
  select r.day
  from xp.xp_streak_entries as e
  cross join unnest(e.days) as r (day)
  where e.user_id in (0, (excused_days.account).user_id)
    and (e.segment_key is null or e.segment_key = (excused_days.account).segment_key)
    and r.day > excused_days.after_day and r.day < excused_days.before_day
);
comment on function xp.excused_days(xp.xp_users, xp.policy_terms, date, date) is
  'The reward days between two that the account did not miss: they never came for it, or the service excused them. [helper]';
revoke all on function xp.excused_days(xp.xp_users, xp.policy_terms, date, date) from public;
commit;
