-- Verify gamekeeper:core/records/append_only on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.append_only()', '() returns trigger');
select pg_temp.has_function_nature('core.append_only()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.append_only()', 'nobody');
rollback;
