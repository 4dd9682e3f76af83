-- Verify gamekeeper:cards/lobby/add_bots on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.add_bots(uuid)', '(game_id uuid) returns void');
select pg_temp.has_function_nature('cards.add_bots(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.add_bots(uuid)', 'nobody');
rollback;
