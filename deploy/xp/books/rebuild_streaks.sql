-- Deploy gamekeeper:xp/books/rebuild_streaks to pg
-- requires: xp/books/award_streaks xp/streaks/xp_streaks core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.rebuild_streaks()
returns bigint
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _changed bigint;
begin
  perform core.require_service();
  lock table xp.xp_streaks, xp.xp_awards in share row exclusive mode;
  insert into xp.xp_streaks as s (user_id, current_streak, longest_streak, grace_used, last_reward_day_id, model_state)
  select t.user_id, t.current_streak, t.longest_streak, t.grace_used, t.last_reward_day_id, t.model_state
  from xp.award_streaks() as t
  on conflict on constraint xp_streaks_pkey do update
  set current_streak = excluded.current_streak,
    longest_streak = excluded.longest_streak,
    grace_used = excluded.grace_used,
    last_reward_day_id = excluded.last_reward_day_id,
    model_state = excluded.model_state,
    updated_at = core.now_utc()
  where (s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state) is distinct from
    (excluded.current_streak, excluded.longest_streak, excluded.grace_used, excluded.last_reward_day_id, excluded.model_state);
  get diagnostics _changed = row_count;
  return _changed;
end
$$;
comment on function xp.rebuild_streaks() is
  'For the service: writes streaks anew from each user''s last award where they differ; returns how many did. Claims wait meanwhile. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function xp.rebuild_streaks() from public;
grant execute on function xp.rebuild_streaks() to service_role;
commit;
