-- Verify gamekeeper:cards/reading/rebuild_statistics on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.rebuild_statistics()', '()');
select pg_temp.has_function_nature('cards.rebuild_statistics()', 'plpgsql, procedure, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.rebuild_statistics()', 'service_role');
rollback;
