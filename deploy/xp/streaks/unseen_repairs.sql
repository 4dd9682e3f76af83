-- Deploy gamekeeper:xp/streaks/unseen_repairs to pg
-- requires: xp/streaks/xp_streak_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.unseen_repairs(account xp.xp_users, model_state jsonb)
returns table (user_id bigint, entry_no integer, first_day date)
language sql
stable
parallel safe
begin atomic
  select e.user_id, e.entry_no, e.days[1]
  from xp.xp_streak_entries as e
  where e.user_id in (0, (unseen_repairs.account).user_id) and e.kind = 'repair'
    and (e.segment_key is null or e.segment_key = (unseen_repairs.account).segment_key)
    and e.entry_no > coalesce(
      (unseen_repairs.model_state -> 'repairs' ->> case e.user_id when 0 then 'all' else 'own' end)::integer, 0
    );
end;
comment on function xp.unseen_repairs(xp.xp_users, jsonb) is
  'The repairs that a streak in this state had not seen, each with the first day that it excuses; user 0 stands for many. [helper]';
revoke all on function xp.unseen_repairs(xp.xp_users, jsonb) from public;
commit;
