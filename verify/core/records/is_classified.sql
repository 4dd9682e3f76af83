-- Verify gamekeeper:core/records/is_classified on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_classified()', '() returns boolean');
select pg_temp.has_function_nature('core.is_classified()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.is_classified()', 'nobody');
rollback;
