-- Deploy gamekeeper:cards/lobby/spectate to pg
-- requires: cards/players/players cards/players/ensure_player core/keys/wall_clock core/records/setting cards/settings cards/games/game_states cards/lobby/limit_lobby_calls core/errors/raise cards/writing/lock_game cards/games/is_spectator cards/games/game_spectators cards/errors cards/lobby/require_lobby cards/games/count_people cards/lobby/leave_seat cards/games/game_departures core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks nothing of the game, so that a stranger's open transaction stops nobody. Two at once may pass the bound by one.
create function cards.spectate(game_id uuid)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player(core.slot_in(spectate.game_id));
  _now constant timestamptz := core.wall_clock();
  _limit constant integer := core.setting('cards.max_spectators')::integer;
  _game cards.game_states;
begin
  perform cards.limit_lobby_calls(_player.id, _now);
  _game := (select s from cards.game_states as s where s.game_id = spectate.game_id);
  if _game.game_id is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', spectate.game_id));
  elsif _player.id::text = any ((_game.state).player_ids) then
    _game := cards.lock_game(spectate.game_id, _player.id);
    perform cards.require_lobby(_game);
    if cards.count_people(_game.state) = 1 then
      perform core.raise('STATE_ERROR', '{"state": "lobby of 1 person", "expected": ["lobby of 2 people"]}');
    end if;
    perform cards.leave_seat(_game, _player.id);
  elsif cards.is_spectator(_game, _player.id) then
    return (_game.state).next_index - 1;
  end if;
  if exists (
    select from cards.game_departures as d where d.game_id = spectate.game_id and d.player_id = _player.id and d.is_kicked
  ) then
    perform core.raise('FORBIDDEN', '{"problem": "who was kicked does not watch"}');
  elsif (select count(*) from cards.game_spectators as s where s.game_id = spectate.game_id) >= _limit then
    perform core.raise('GAME_FULL', jsonb_build_object('maxSpectators', _limit));
  end if;
  insert into cards.game_spectators (game_id, player_id, created_at)
  values (spectate.game_id, _player.id, _now)
  on conflict on constraint game_spectators_pkey do nothing;
  return (select (s.state).next_index - 1 from cards.game_states as s where s.game_id = spectate.game_id);
end
$$;
comment on function cards.spectate(uuid) is
  'Watches a game without cards or moves; who knows its id may. A seated player gives up the seat, in the lobby '
  'only and where somebody else stays; who was kicked does not watch. Returns the index of the latest event. Raises: UNAUTHENTICATED, '
  'NOT_FOUND, FORBIDDEN, STATE_ERROR, GAME_FULL, RATE_LIMIT. [client] [repeat: natural]';
revoke all on function cards.spectate(uuid) from public;
grant execute on function cards.spectate(uuid) to authenticated, service_role;
commit;
