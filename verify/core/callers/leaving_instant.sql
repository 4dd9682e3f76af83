-- Verify gamekeeper:core/callers/leaving_instant on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.leaving_instant()', '() returns timestamp with time zone');
select pg_temp.has_function_nature('core.leaving_instant()', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.leaving_instant()', 'nobody');
rollback;
