-- Verify gamekeeper:cards/lobby/lock_lobby on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.lock_lobby(uuid,uuid)', '(game_id uuid, player_id uuid) returns cards.game_states');
select pg_temp.has_function_nature('cards.lock_lobby(uuid,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.lock_lobby(uuid,uuid)', 'nobody');
rollback;
