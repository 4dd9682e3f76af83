-- Verify gamekeeper:sparc/feed/published_payload on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.published_payload(jsonb)', '(payload jsonb) returns jsonb');
select pg_temp.has_function_nature('sparc.published_payload(jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('sparc.published_payload(jsonb)', 'nobody');
rollback;
