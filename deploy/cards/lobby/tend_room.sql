-- Deploy gamekeeper:cards/lobby/tend_room to pg
-- requires: cards/games/game_states cards/writing/plan_room cards/games/host_seat cards/numbers/has_seat cards/writing/close_room cards/writing/append_move cards/documents/round_document
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.tend_room(game cards.game_states, at timestamptz)
returns boolean
language plpgsql
volatile
as $$
declare
  _game cards.game_states := tend_room.game;
  _plan constant cards.room_plan := cards.plan_room(tend_room.game);
  _host constant integer := cards.host_seat(_game.state, _game.host_id);
  _seats constant integer := cardinality((_game.state).player_ids);
begin
  if _plan.at > tend_room.at or _plan.at is null then
    -- a setting has changed since the deadline was written
    update cards.game_states as s set room_deadline = _plan.at where s.game_id = _game.game_id;
    return false;
  elsif _plan.action = 'close' then
    perform cards.close_room(_game.game_id, tend_room.at);
  elsif _plan.action = 'start' then
    _game.last_event_at := tend_room.at;
    perform cards.append_move(_game, 'round_started', cards.round_document(_game.state));
  else
    _game.host_since := tend_room.at;
    _game.host_id := (
      select (_game.state).player_ids[(_host + n) % _seats + 1]::uuid
      from generate_series(1, _seats) as n
      where not cards.has_seat((_game.state).bots, (_host + n) % _seats)
      order by n
      limit 1
    );
    update cards.game_states as s
    set host_id = _game.host_id, host_since = _game.host_since, room_deadline = (cards.plan_room(_game)).at
    where s.game_id = _game.game_id;
  end if;
  return true;
end
$$;
comment on function cards.tend_room(cards.game_states, timestamptz) is
  'Does what cards.plan_room says in a room that has not begun, whose live row the caller has locked, if the time for it has come. '
  'Returns whether it has. [helper]';
revoke all on function cards.tend_room(cards.game_states, timestamptz) from public;
commit;
