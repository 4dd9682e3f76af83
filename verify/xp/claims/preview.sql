-- Verify gamekeeper:xp/claims/preview on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.preview(text,integer,bigint,integer,integer[])', '(policy_key text, version integer, user_id bigint, days integer, missed_days integer[] DEFAULT ''{}''::integer[]) returns TABLE(day_no integer, status text, reward_day_id text, claimed_at timestamp with time zone, xp bigint, streak_day integer, longest_streak integer, grace_used integer, grace_applied boolean, multiplier numeric, milestone_hits jsonb, next_boundary timestamp with time zone, policy_version integer)');
select pg_temp.has_function_nature('xp.preview(text,integer,bigint,integer,integer[])', 'plpgsql, volatile, parallel unsafe, security definer, TimeZone=UTC, search_path=pg_temp');
select pg_temp.has_function_grants('xp.preview(text,integer,bigint,integer,integer[])', 'authenticated, service_role');
rollback;
