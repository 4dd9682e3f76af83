-- Verify gamekeeper:core/upkeep/batch_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.batch_of(text)', '(task text) returns bigint');
select pg_temp.has_function_nature('core.batch_of(text)', 'sql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.batch_of(text)', 'nobody');
rollback;
