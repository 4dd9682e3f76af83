-- Verify gamekeeper:cards/writing/complete_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.complete_game(uuid,cards.table_state,timestamp with time zone)', '(game_id uuid, state cards.table_state, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('cards.complete_game(uuid,cards.table_state,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.complete_game(uuid,cards.table_state,timestamp with time zone)', 'nobody');
rollback;
