-- Verify gamekeeper:sparc/archive/list_session_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.list_session_events(uuid,bigint,integer)', '(session_id uuid, after_seq bigint DEFAULT 0, page_size integer DEFAULT 100) returns SETOF sparc.session_events');
select pg_temp.has_function_nature('sparc.list_session_events(uuid,bigint,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.list_session_events(uuid,bigint,integer)', 'authenticated, service_role');
rollback;
