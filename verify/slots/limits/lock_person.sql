-- Verify gamekeeper:slots/limits/lock_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.lock_person(uuid)', '(owner_id uuid) returns slots.accounts');
select pg_temp.has_function_nature('slots.lock_person(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.lock_person(uuid)', 'nobody');
rollback;
