-- Verify gamekeeper:cards/lobby/start_matchmade on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.start_matchmade(uuid)', '(game_id uuid) returns void');
select pg_temp.has_function_nature('cards.start_matchmade(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.start_matchmade(uuid)', 'nobody');
rollback;
