-- Verify gamekeeper:sparc/seats/browse_slice on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.browse_slice(sparc.session_status,boolean,timestamp with time zone,timestamp with time zone,uuid,sparc.difficulty_level,text,integer,integer)', '(status sparc.session_status, scheduled boolean, from_start timestamp with time zone, from_created timestamp with time zone, from_id uuid, difficulty sparc.difficulty_level, pattern text, min_open_slots integer, page_size integer) returns SETOF sparc.session_listing');
select pg_temp.has_function_nature('sparc.browse_slice(sparc.session_status,boolean,timestamp with time zone,timestamp with time zone,uuid,sparc.difficulty_level,text,integer,integer)', 'plpgsql, stable, parallel unsafe, plan_cache_mode=force_custom_plan');
select pg_temp.has_function_grants('sparc.browse_slice(sparc.session_status,boolean,timestamp with time zone,timestamp with time zone,uuid,sparc.difficulty_level,text,integer,integer)', 'nobody');
rollback;
