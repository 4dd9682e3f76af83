-- Verify gamekeeper:core/upkeep/upkeep_request_keys on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.upkeep_request_keys()', '() returns text');
select pg_temp.has_function_nature('core.upkeep_request_keys()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.upkeep_request_keys()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "core.request_keys", "function": "core.upkeep_request_keys()"}');
rollback;
