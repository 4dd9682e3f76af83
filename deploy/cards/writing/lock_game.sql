-- Deploy gamekeeper:cards/writing/lock_game to pg
-- requires: cards/games/game_states cards/games/games cards/games/game_players core/errors/raise cards/games/is_spectator core/keys/wall_clock cards/games/game_events cards/games/game_departures
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The first thing a command does: the live row's lock puts the commands of a game in one order. The clock is read
-- behind the lock, once for the command. The row is read as one value: sixteen columns would take as long again.
create function cards.lock_game(game_id uuid, player_id uuid default null)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game cards.game_states;
begin
  _game := s from cards.game_states as s where s.game_id = lock_game.game_id for update;
  if _game.game_id is null then
    if exists (select from cards.games as g where g.id = lock_game.game_id and g.status = 'completed')
      and (
        lock_game.player_id is null
        or exists (select from cards.game_players as p where p.game_id = lock_game.game_id and p.player_id = lock_game.player_id)
      )
    then
      perform core.raise('STATE_ERROR', '{"state": "completed", "expected": ["created", "in_progress"]}');
    elsif exists (select from cards.games as g where g.id = lock_game.game_id and g.closed_at is not null)
      and (
        lock_game.player_id is null
        or exists (
          select from cards.game_events as e
          where e.game_id = lock_game.game_id and e.type = 'player_joined' and e.payload ->> 'playerId' = lock_game.player_id::text
        )
      )
    then
      perform core.raise('STATE_ERROR', '{"state": "closed", "expected": ["created", "in_progress"]}');
    end if;
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', lock_game.game_id));
  elsif lock_game.player_id::text <> all ((_game.state).player_ids) and not cards.is_spectator(_game, lock_game.player_id) then
    if exists (
      select from cards.game_departures as d
      where d.game_id = lock_game.game_id and d.player_id = lock_game.player_id and d.is_kicked
    ) then
      perform core.raise('FORBIDDEN', '{"problem": "the host has taken the seat"}');
    end if;
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', lock_game.game_id));
  end if;
  _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
  return _game;
end
$$;
comment on function cards.lock_game(uuid, uuid) is
  'Locks a running game for a player who is in it (null: for the service) and returns its live row, in last_event_at the '
  'instant of the command. Raises: NOT_FOUND, FORBIDDEN for who was kicked, STATE_ERROR. [helper]';
revoke all on function cards.lock_game(uuid, uuid) from public;
commit;
