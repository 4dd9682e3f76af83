-- Verify gamekeeper:sparc/adventures/validate_adventure on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.validate_adventure(jsonb)', '(content jsonb) returns jsonb');
select pg_temp.has_function_nature('sparc.validate_adventure(jsonb)', 'plpgsql, immutable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.validate_adventure(jsonb)', 'authenticated, service_role');
rollback;
