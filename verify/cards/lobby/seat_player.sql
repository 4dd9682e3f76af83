-- Verify gamekeeper:cards/lobby/seat_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.seat_player(uuid,cards.table_state,cards.players,timestamp with time zone)', '(game_id uuid, state cards.table_state, player cards.players, at timestamp with time zone) returns integer');
select pg_temp.has_function_nature('cards.seat_player(uuid,cards.table_state,cards.players,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.seat_player(uuid,cards.table_state,cards.players,timestamp with time zone)', 'nobody');
rollback;
