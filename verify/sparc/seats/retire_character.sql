-- Verify gamekeeper:sparc/seats/retire_character on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.retire_character(uuid)', '(character_id uuid) returns sparc.characters');
select pg_temp.has_function_nature('sparc.retire_character(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.retire_character(uuid)', 'nobody');
rollback;
