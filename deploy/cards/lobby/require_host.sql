-- Deploy gamekeeper:cards/lobby/require_host to pg
-- requires: cards/games/game_states cards/games/host_seat core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.require_host(game cards.game_states, player_id uuid)
returns void
language plpgsql
immutable
parallel safe
as $$
begin
  if (require_host.game.state).player_ids[cards.host_seat(require_host.game.state, require_host.game.host_id) + 1]
    is distinct from require_host.player_id::text
  then
    perform core.raise('FORBIDDEN', '{"problem": "only the host may do this"}');
  end if;
end
$$;
comment on function cards.require_host(cards.game_states, uuid) is
  'Refuses whoever is not the host of a game. Raises: FORBIDDEN. [helper]';
revoke all on function cards.require_host(cards.game_states, uuid) from public;
commit;
