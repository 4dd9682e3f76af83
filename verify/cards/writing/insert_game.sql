-- Verify gamekeeper:cards/writing/insert_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.insert_game(uuid,cards.table_state,boolean)', '(game_id uuid, state cards.table_state, is_public boolean) returns cards.game_states');
select pg_temp.has_function_nature('cards.insert_game(uuid,cards.table_state,boolean)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.insert_game(uuid,cards.table_state,boolean)', 'nobody');
rollback;
