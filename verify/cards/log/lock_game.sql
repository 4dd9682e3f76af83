-- Verify gamekeeper:cards/log/lock_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.lock_game(uuid,uuid)', '(game_id uuid, player_id uuid) returns cards.table_state');
select pg_temp.has_function_nature('cards.lock_game(uuid,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.lock_game(uuid,uuid)', 'nobody');
rollback;
