-- Verify gamekeeper:cards/reading/upkeep_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.upkeep_results()', '() returns text');
select pg_temp.has_function_nature('cards.upkeep_results()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.upkeep_results()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "cards.results", "function": "cards.upkeep_results()"}');
rollback;
