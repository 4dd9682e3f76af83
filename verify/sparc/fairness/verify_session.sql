-- Verify gamekeeper:sparc/fairness/verify_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.verify_session(uuid,bigint,integer)', '(session_id uuid, after_number bigint DEFAULT 0, page_size integer DEFAULT 1000) returns SETOF sparc.roll_verification');
select pg_temp.has_function_nature('sparc.verify_session(uuid,bigint,integer)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.verify_session(uuid,bigint,integer)', 'authenticated, service_role');
rollback;
