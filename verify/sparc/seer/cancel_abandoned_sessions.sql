-- Verify gamekeeper:sparc/seer/cancel_abandoned_sessions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.cancel_abandoned_sessions()', '() returns integer');
select pg_temp.has_function_nature('sparc.cancel_abandoned_sessions()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.cancel_abandoned_sessions()', 'service_role');
rollback;
