-- Verify gamekeeper:core/upkeep/maintain on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.maintain()', '()');
select pg_temp.has_function_nature('core.maintain()', 'plpgsql, procedure, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.maintain()', 'service_role');
rollback;
