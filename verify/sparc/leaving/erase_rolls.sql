-- Verify gamekeeper:sparc/leaving/erase_rolls on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.erase_rolls(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('sparc.erase_rolls(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.erase_rolls(uuid)', 'nobody');
rollback;
