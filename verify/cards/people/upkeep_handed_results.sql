-- Verify gamekeeper:cards/people/upkeep_handed_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.upkeep_handed_results()', '() returns bigint');
select pg_temp.has_function_nature('cards.upkeep_handed_results()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.upkeep_handed_results()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "cards.handed_results", "function": "cards.upkeep_handed_results()"}');
rollback;
