-- Verify gamekeeper:core/keys/join_code on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.join_code()', '() returns text');
select pg_temp.has_function_nature('core.join_code()', 'plpgsql, volatile, parallel safe');
select pg_temp.has_function_grants('core.join_code()', 'nobody');
rollback;
