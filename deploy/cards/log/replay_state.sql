-- Deploy gamekeeper:cards/log/replay_state to pg
-- requires: cards/rules/table_state cards/games/game_events core/errors/raise cards/games/game_snapshots cards/log/apply_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.replay_state(game_id uuid, upto_index integer)
returns cards.table_state
language plpgsql
stable
as $$
declare
  _last constant integer := (select max(e.event_index) from cards.game_events as e where e.game_id = replay_state.game_id);
  _upto constant integer := coalesce(replay_state.upto_index, _last);
  _state cards.table_state;
  _event cards.game_events;
begin
  if _upto not between 0 and _last then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'upto_index', 'problem', format('must be 0 to %s', _last)));
  end if;
  select (r.state).* into _state
  from cards.game_snapshots as s
  cross join lateral (
    select u as state from unnest(s.states) as u where u.next_index - 1 <= _upto order by u.next_index desc limit 1
  ) as r
  where s.game_id = replay_state.game_id;
  for _event in
    select *
    from cards.game_events as e
    where e.game_id = replay_state.game_id and e.event_index between coalesce(_state.next_index, 0) and _upto
    order by e.event_index
  loop
    _state := cards.apply_event(_state, _event);
  end loop;
  return _state;
end
$$;
comment on function cards.replay_state(uuid, integer) is
  'The state after the event at that index (null: the last), from the nearest snapshot on. Raises: INVALID_INPUT, REPLAY_ERROR. [helper]';
revoke all on function cards.replay_state(uuid, integer) from public;
commit;
