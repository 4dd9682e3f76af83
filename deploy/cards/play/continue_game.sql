-- Deploy gamekeeper:cards/play/continue_game to pg
-- requires: cards/players/players cards/games/game_states core/callers/is_service cards/players/ensure_player cards/games/game_players cards/games/game_events cards/writing/lock_game core/errors/raise cards/writing/draw_due core/keys/slot_in core/shards/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A spectator is refused: who only watches would otherwise hold the game's row as long as they please.
create function cards.continue_game(game_id uuid)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player cards.players;
  _game cards.game_states;
begin
  if core.is_service() then
    perform core.enter(core.slot_in(continue_game.game_id));
  else
    _player := cards.ensure_player(core.slot_in(continue_game.game_id));
    if exists (
      select from cards.game_players as p
      where p.game_id = continue_game.game_id and p.player_id = _player.id and not p.is_live
    ) then
      return (select max(e.event_index) from cards.game_events as e where e.game_id = continue_game.game_id);
    end if;
  end if;
  _game := cards.lock_game(continue_game.game_id, _player.id);
  if _player.id is not null and _player.id::text <> all ((_game.state).player_ids) then
    perform core.raise('FORBIDDEN', '{"problem": "a spectator acts on nothing"}');
  end if;
  _game := cards.draw_due(_game);
  return (_game.state).next_index - 1;
end
$$;
comment on function cards.continue_game(uuid) is
  'Draws all that is due (docs/cards.md, "Decisions and draws"): deals, moves of bots, fallback moves of who left or of a forfeit '
  'turn, until a person has to act or the line-up of a round is fixed. For everybody with a seat. Where nothing is due it changes '
  'nothing. Returns the index of the latest event. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function cards.continue_game(uuid) from public;
grant execute on function cards.continue_game(uuid) to authenticated, service_role;
commit;
