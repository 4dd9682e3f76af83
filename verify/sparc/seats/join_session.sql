-- Verify gamekeeper:sparc/seats/join_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.join_session(text,uuid)', '(code text, character_id uuid) returns sparc.session_players');
select pg_temp.has_function_nature('sparc.join_session(text,uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.join_session(text,uuid)', 'authenticated, service_role');
rollback;
