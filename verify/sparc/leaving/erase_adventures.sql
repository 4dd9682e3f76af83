-- Verify gamekeeper:sparc/leaving/erase_adventures on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.erase_adventures(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('sparc.erase_adventures(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.erase_adventures(uuid)', 'nobody');
rollback;
