-- Verify gamekeeper:sparc/dice/is_modifier_list on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.is_modifier_list(jsonb)', '(modifiers jsonb) returns boolean');
select pg_temp.has_function_nature('sparc.is_modifier_list(jsonb)', 'plpgsql, immutable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.is_modifier_list(jsonb)', 'authenticated, service_role');
rollback;
