-- Verify gamekeeper:slots/sessions/list_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.list_events(uuid,bigint,integer)', '(session_id uuid, after bigint DEFAULT NULL::bigint, page_size integer DEFAULT 100) returns SETOF slots.gameplay_events');
select pg_temp.has_function_nature('slots.list_events(uuid,bigint,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.list_events(uuid,bigint,integer)', 'authenticated, service_role');
rollback;
