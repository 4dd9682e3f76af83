-- Verify gamekeeper:cards/writing/lock_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.lock_game(uuid,uuid)', '(game_id uuid, player_id uuid DEFAULT NULL::uuid) returns cards.game_states');
select pg_temp.has_function_nature('cards.lock_game(uuid,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.lock_game(uuid,uuid)', 'nobody');
rollback;
