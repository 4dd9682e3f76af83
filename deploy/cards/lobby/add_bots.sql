-- Deploy gamekeeper:cards/lobby/add_bots to pg
-- requires: cards/rules/table_state cards/games/game_states cards/lobby/seat_player cards/bots/free_bot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.add_bots(game_id uuid, at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _state cards.table_state;
begin
  loop
    select (s.state).* into strict _state from cards.game_states as s where s.game_id = add_bots.game_id for update;
    exit when _state.phase <> 'lobby' or cardinality(_state.player_ids) >= _state.max_players;
    perform cards.seat_player(add_bots.game_id, _state, cards.free_bot(_state), add_bots.at);
  end loop;
end
$$;
comment on function cards.add_bots(uuid, timestamptz) is 'Gives every free seat of a lobby to a bot. [helper]';
revoke all on function cards.add_bots(uuid, timestamptz) from public;
commit;
