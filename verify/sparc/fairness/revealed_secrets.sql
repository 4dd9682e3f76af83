-- Verify gamekeeper:sparc/fairness/revealed_secrets on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.revealed_secrets(uuid)', '(session_id uuid) returns TABLE(secret_number integer, from_number bigint, secret_hash text, secret text)');
select pg_temp.has_function_nature('sparc.revealed_secrets(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.revealed_secrets(uuid)', 'authenticated, service_role');
rollback;
