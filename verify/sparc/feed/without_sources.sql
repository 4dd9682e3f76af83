-- Verify gamekeeper:sparc/feed/without_sources on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.without_sources(jsonb)', '(modifiers jsonb) returns jsonb');
select pg_temp.has_function_nature('sparc.without_sources(jsonb)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('sparc.without_sources(jsonb)', 'nobody');
rollback;
