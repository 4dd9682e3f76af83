-- Verify gamekeeper:sparc/seats/browse_sessions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.browse_sessions(sparc.difficulty_level,text,integer,uuid,integer)', '(difficulty sparc.difficulty_level DEFAULT NULL::sparc.difficulty_level, search text DEFAULT NULL::text, min_open_slots integer DEFAULT 1, after uuid DEFAULT NULL::uuid, page_size integer DEFAULT 20) returns SETOF sparc.session_listing');
select pg_temp.has_function_nature('sparc.browse_sessions(sparc.difficulty_level,text,integer,uuid,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.browse_sessions(sparc.difficulty_level,text,integer,uuid,integer)', 'anon, authenticated, service_role');
rollback;
