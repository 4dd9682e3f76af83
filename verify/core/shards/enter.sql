-- Verify gamekeeper:core/shards/enter on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.enter(integer)', '(slot integer) returns void');
select pg_temp.has_function_nature('core.enter(integer)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.enter(integer)', 'nobody');
rollback;
