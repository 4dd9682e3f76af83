-- Verify gamekeeper:sparc/characters/free_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.free_name(uuid)', '(character_id uuid) returns sparc.characters');
select pg_temp.has_function_nature('sparc.free_name(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.free_name(uuid)', 'nobody');
rollback;
