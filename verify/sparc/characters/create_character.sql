-- Verify gamekeeper:sparc/characters/create_character on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.create_character(text,sparc.character_class,text)', '(name text, class sparc.character_class, idempotency_key text DEFAULT NULL::text) returns sparc.characters');
select pg_temp.has_function_nature('sparc.create_character(text,sparc.character_class,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.create_character(text,sparc.character_class,text)', 'authenticated, service_role');
rollback;
