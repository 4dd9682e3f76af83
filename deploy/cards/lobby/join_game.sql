-- Deploy gamekeeper:cards/lobby/join_game to pg
-- requires: cards/lobby/ticket cards/players/players cards/players/ensure_player cards/games/game_states cards/lobby/limit_lobby_calls core/keys/wall_clock cards/lobby/lock_room cards/lobby/seat_player cards/numbers/has_seat cards/writing/draw_due cards/numbers/seat_bit cards/games/game_departures core/errors/raise cards/lobby/limit_rooms cards/lobby/start_matchmade cards/lobby/note_presence core/keys/slot_of_code
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.join_game(join_code text)
returns cards.ticket
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player(core.slot_of_code(join_game.join_code));
  _game cards.game_states;
  _seat integer;
begin
  perform cards.limit_lobby_calls(_player.id, core.wall_clock());
  _game := cards.lock_room(join_game.join_code);
  _seat := array_position((_game.state).player_ids, _player.id::text) - 1;
  if _seat is null then
    if exists (
      select from cards.game_departures as d where d.game_id = _game.game_id and d.player_id = _player.id and d.is_banned
    ) then
      perform core.raise('FORBIDDEN', '{"problem": "the host lets the caller not come back"}');
    end if;
    perform cards.limit_rooms(_player.id);
    perform cards.seat_player(_game, _player);
    perform cards.start_matchmade(_game.game_id);
  elsif (_game.state).phase = 'lobby' then
    perform cards.note_presence(_game, _player.id);
  elsif cards.has_seat((_game.state).gone & ~_game.coming_back, _seat) then
    _game := cards.draw_due(_game);
    update cards.game_states as s
    set coming_back = s.coming_back | cards.seat_bit(_seat), decided_in = pg_current_xact_id()
    where s.game_id = _game.game_id;
  end if;
  return cards.make_ticket(_game.game_id, _player.id);
end
$$;
comment on function cards.join_game(text) is
  'Takes the next seat of the game with that code. Who left a running game, or is absent, takes part again from the next '
  'round on (docs/cards.md, "Leaving and coming back"). Calling it again changes nothing. Raises: UNAUTHENTICATED, NOT_FOUND, '
  'FORBIDDEN for who was banned, STATE_ERROR, GAME_FULL, TOO_MANY_ROOMS, RATE_LIMIT, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function cards.join_game(text) from public;
grant execute on function cards.join_game(text) to authenticated, service_role;
commit;
