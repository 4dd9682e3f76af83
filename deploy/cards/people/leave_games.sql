-- Deploy gamekeeper:cards/people/leave_games to pg
-- requires: cards/games/game_states cards/games/game_players cards/games/game_spectators cards/numbers/has_seat cards/numbers/seat_bit cards/log/play_on cards/log/make_event cards/log/progress cards/bots/bot_strategies cards/writing/write_progress cards/writing/count_games cards/lobby/leave_seat core/keys/wall_clock core/keys/slot_in core/shards/enter core/shards/is_elsewhere core/errors/caught core/errors/caught_error
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Draws nothing: what is due in a game is left to upkeep, so that an erasure asks nobody, takes little, and counts the games that
-- it completes at the end, with their lifetime statistics in the one order. Games are locked by ascending id. One that cannot go
-- on is left as it is: an erasure must not fail by it, and health names it. One that lives on another server is left to that one.
create function cards.leave_games(player_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _game_id uuid;
  _game cards.game_states;
  _seat integer;
  _progress cards.progress;
  _error core.caught_error;
  _completed uuid[] := array[]::uuid[];
begin
  for _game_id in
    select g.game_id from cards.game_players as g where g.player_id = leave_games.player_id and g.is_live order by g.game_id
  loop
    continue when core.is_elsewhere(core.slot_in(_game_id));
    perform core.enter(core.slot_in(_game_id));
    select * into _game from cards.game_states as s where s.game_id = _game_id for update;
    _seat := array_position((_game.state).player_ids, leave_games.player_id::text) - 1;
    continue when _seat is null;
    _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
    if (_game.state).phase = 'lobby' then
      perform cards.leave_seat(_game, leave_games.player_id);
    elsif cards.has_seat((_game.state).gone, _seat) then
      update cards.game_states as s set coming_back = s.coming_back & ~cards.seat_bit(_seat) where s.game_id = _game_id;
    else
      begin
        _progress := cards.play_on(
          _game_id, _game.state,
          array[cards.make_event(_game_id, (_game.state).next_index, 'player_left', jsonb_build_object('playerId', leave_games.player_id))],
          'draw', cards.bot_strategies(_game.state), _game.coming_back
        );
        _progress.is_due := _progress.is_due or _game.is_forfeit;
        _game.decided_in := pg_current_xact_id();
        _game := cards.write_progress(_game, _progress);
        if (_game.state).phase = 'completed' then
          _completed := _completed || _game_id;
        end if;
      exception
        when others then
          _error := core.caught(sqlstate, sqlerrm);
          if _error.code is distinct from 'REPLAY_ERROR' and sqlstate !~ '^22' then
            raise;
          end if;
          update cards.game_states as s set problem = format('%s: %s', _error.sqlstate, _error.message) where s.game_id = _game_id;
      end;
    end if;
  end loop;
  delete from cards.game_spectators as s where s.player_id = leave_games.player_id;
  perform cards.count_games(_completed);
end
$$;
comment on function cards.leave_games(uuid) is
  'Takes a player who goes out of all games: the seat in a lobby is freed, in a running game the fallback plays on, nobody watches '
  'any more. Raises: RETRY_LATER (a game of theirs is on its way to another server). [helper]';
revoke all on function cards.leave_games(uuid) from public;
commit;
