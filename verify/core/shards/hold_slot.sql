-- Verify gamekeeper:core/shards/hold_slot on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.hold_slot(integer)', '(slot integer) returns boolean');
select pg_temp.has_function_nature('core.hold_slot(integer)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.hold_slot(integer)', 'nobody');
rollback;
