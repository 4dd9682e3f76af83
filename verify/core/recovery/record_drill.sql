-- Verify gamekeeper:core/recovery/record_drill on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.record_drill(timestamp with time zone,timestamp with time zone,interval,interval,jsonb)', '(started_at timestamp with time zone, restored_to timestamp with time zone, rpo interval, rto interval, checks jsonb) returns core.restore_drills');
select pg_temp.has_function_nature('core.record_drill(timestamp with time zone,timestamp with time zone,interval,interval,jsonb)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.record_drill(timestamp with time zone,timestamp with time zone,interval,interval,jsonb)', 'service_role');
rollback;
