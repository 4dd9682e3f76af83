-- Verify gamekeeper:slots/people/exclude on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.exclude(uuid,text,interval)', '(owner_id uuid, kind text, duration interval) returns slots.exclusions');
select pg_temp.has_function_nature('slots.exclude(uuid,text,interval)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.exclude(uuid,text,interval)', 'nobody');
rollback;
