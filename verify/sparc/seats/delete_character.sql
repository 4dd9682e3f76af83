-- Verify gamekeeper:sparc/seats/delete_character on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.delete_character(uuid)', '(character_id uuid) returns sparc.characters');
select pg_temp.has_function_nature('sparc.delete_character(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.delete_character(uuid)', 'authenticated, service_role');
rollback;
