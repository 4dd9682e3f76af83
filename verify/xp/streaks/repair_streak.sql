-- Verify gamekeeper:xp/streaks/repair_streak on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.repair_streak(date[],text,uuid,bigint,text)', '(days date[], reason text, correlation_id uuid, user_id bigint DEFAULT NULL::bigint, segment_key text DEFAULT NULL::text) returns xp.xp_streak_entries');
select pg_temp.has_function_nature('xp.repair_streak(date[],text,uuid,bigint,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.repair_streak(date[],text,uuid,bigint,text)', 'service_role');
rollback;
