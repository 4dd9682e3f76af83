-- Deploy gamekeeper:cards/lobby/require_lobby to pg
-- requires: cards/games/game_states core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.require_lobby(game cards.game_states)
returns void
language plpgsql
immutable
parallel safe
as $$
begin
  if (require_lobby.game.state).phase <> 'lobby' then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', (require_lobby.game.state).phase, 'expected', jsonb_build_array('lobby')));
  end if;
end
$$;
comment on function cards.require_lobby(cards.game_states) is 'Refuses a game that has begun. Raises: STATE_ERROR. [helper]';
revoke all on function cards.require_lobby(cards.game_states) from public;
commit;
