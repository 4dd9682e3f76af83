-- Deploy gamekeeper:xp/books/rebuild_streaks to pg
-- requires: xp/books/differences xp/books/award_streaks xp/streaks/xp_streaks xp/streaks/xp_keyed_streaks core/keys/now_utc core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Accounts whose streaks agree are read and not locked; in the others claims wait at the row of the streak.
create function xp.rebuild_streaks(user_ids bigint[] default null)
returns bigint
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
as $$
declare
  _ids bigint[];
begin
  perform core.require_service();
  _ids := array(
    select distinct d.user_id from xp.differences(rebuild_streaks.user_ids) as d where d.kind = 'streak' order by d.user_id
  );
  if _ids = '{}' then
    return 0::bigint;
  end if;
  insert into xp.xp_streaks (user_id)
  select i.user_id from unnest(_ids) as i (user_id) order by i.user_id
  on conflict on constraint xp_streaks_pkey do nothing;
  perform from xp.xp_streaks as s where s.user_id = any (_ids) order by s.user_id for no key update;
  with streaks as materialized (
    select t.* from xp.award_streaks(_ids) as t
  ), written as (
    update xp.xp_streaks as s
    set current_streak = t.current_streak,
      longest_streak = t.longest_streak,
      grace_used = t.grace_used,
      last_reward_day_id = t.last_reward_day_id,
      model_state = t.model_state,
      updated_at = core.now_utc()
    from streaks as t
    where s.user_id = t.user_id and t.streak_key is null
      and (s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state)
        is distinct from (t.current_streak, t.longest_streak, t.grace_used, t.last_reward_day_id, t.model_state)
  ), removed as (
    delete from xp.xp_keyed_streaks as s
    where s.user_id = any (_ids)
      and not exists (select from streaks as t where t.user_id = s.user_id and t.streak_key = s.streak_key)
  )
  insert into xp.xp_keyed_streaks as s (
    user_id, streak_key, current_streak, longest_streak, grace_used, last_reward_day_id, model_state
  )
  select t.user_id, t.streak_key, t.current_streak, t.longest_streak, t.grace_used, t.last_reward_day_id, t.model_state
  from streaks as t
  where t.streak_key is not null
  on conflict on constraint xp_keyed_streaks_pkey do update
  set current_streak = excluded.current_streak,
    longest_streak = excluded.longest_streak,
    grace_used = excluded.grace_used,
    last_reward_day_id = excluded.last_reward_day_id,
    model_state = excluded.model_state,
    updated_at = core.now_utc()
  where (s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state) is distinct from
    (excluded.current_streak, excluded.longest_streak, excluded.grace_used, excluded.last_reward_day_id, excluded.model_state);
  return cardinality(_ids)::bigint;
end
$$;
comment on function xp.rebuild_streaks(bigint[]) is
  'For the service: writes streaks of those accounts (null: all) anew from each user''s last awards and the freezes since where they '
  'differ; returns how many accounts did. Who claims in an account that differs waits for the end of the transaction: call '
  'xp.rebuild_books() for many. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function xp.rebuild_streaks(bigint[]) from public;
grant execute on function xp.rebuild_streaks(bigint[]) to service_role;
commit;
