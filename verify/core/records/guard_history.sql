-- Verify gamekeeper:core/records/guard_history on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.guard_history()', '() returns trigger');
select pg_temp.has_function_nature('core.guard_history()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.guard_history()', 'nobody');
rollback;
