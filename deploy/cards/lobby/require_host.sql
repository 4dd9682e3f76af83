-- Deploy gamekeeper:cards/lobby/require_host to pg
-- requires: cards/games/game_states cards/lobby/host_seat core/errors/raise
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
  if (require_host.game.state).player_ids[cards.host_seat(require_host.game.state) + 1] is distinct from require_host.player_id::text then
    perform core.raise('FORBIDDEN', '{"problem": "only the host may do this"}');
  elsif (require_host.game.state).phase <> 'lobby' then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', (require_host.game.state).phase, 'expected', jsonb_build_array('lobby')));
  end if;
end
$$;
comment on function cards.require_host(cards.game_states, uuid) is
  'Refuses whoever is not the host of a game that has not begun. Raises: FORBIDDEN, STATE_ERROR. [helper]';
revoke all on function cards.require_host(cards.game_states, uuid) from public;
commit;
