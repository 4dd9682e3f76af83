-- Verify gamekeeper:core/keys/slot_of_code on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.slot_of_code(text)', '(code text) returns integer');
select pg_temp.has_function_nature('core.slot_of_code(text)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('core.slot_of_code(text)', 'nobody');
rollback;
