-- Verify gamekeeper:cards/lobby/seat_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.seat_player(cards.game_states,cards.players)', '(game cards.game_states, player cards.players) returns integer');
select pg_temp.has_function_nature('cards.seat_player(cards.game_states,cards.players)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.seat_player(cards.game_states,cards.players)', 'nobody');
rollback;
