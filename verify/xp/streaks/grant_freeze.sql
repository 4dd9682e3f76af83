-- Verify gamekeeper:xp/streaks/grant_freeze on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.grant_freeze(bigint,integer,text,uuid,text)', '(user_id bigint, count integer, reason text, correlation_id uuid, streak_key text DEFAULT NULL::text) returns xp.xp_streak_entries');
select pg_temp.has_function_nature('xp.grant_freeze(bigint,integer,text,uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.grant_freeze(bigint,integer,text,uuid,text)', 'service_role');
rollback;
