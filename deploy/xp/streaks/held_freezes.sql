-- Deploy gamekeeper:xp/streaks/held_freezes to pg
-- requires: xp/streaks/xp_streak_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.held_freezes(user_id bigint, streak_key text, prior xp.streak_state)
returns xp.streak_state
language plpgsql
stable
parallel safe
as $$
declare
  _state xp.streak_state := held_freezes.prior;
  _given bigint;
begin
  select sum(e.freezes)
  into _given
  from xp.xp_streak_entries as e
  where e.user_id = held_freezes.user_id and e.kind = 'freeze'
    and e.streak_key is not distinct from held_freezes.streak_key
    and e.after_day_id is not distinct from _state.last_reward_day_id;
  if _given is not null then
    _state.model_state := _state.model_state
      || jsonb_build_object('freezes', greatest(coalesce((_state.model_state ->> 'freezes')::bigint, 0) + _given, 0));
  end if;
  return _state;
end
$$;
comment on function xp.held_freezes(bigint, text, xp.streak_state) is
  'A streak as a claim left it, with the freezes that came between that claim and the next one: 0 at least, where a repair had spent some that were taken back. [helper]';
revoke all on function xp.held_freezes(bigint, text, xp.streak_state) from public;
commit;
