-- Verify gamekeeper:slots/wallets/write_entries on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.write_entries(slots.movement)', '(movement slots.movement) returns void');
select pg_temp.has_function_nature('slots.write_entries(slots.movement)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.write_entries(slots.movement)', 'nobody');
rollback;
