-- Verify gamekeeper:sparc/archive/read_payload on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.read_payload(uuid,jsonb)', '(session_id uuid, payload jsonb) returns SETOF jsonb');
select pg_temp.has_function_nature('sparc.read_payload(uuid,jsonb)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('sparc.read_payload(uuid,jsonb)', 'nobody');
rollback;
