-- Verify gamekeeper:sparc/archive/gauges on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.gauges()', '() returns TABLE(waiting_sessions bigint, running_sessions bigint, waiting_rolls bigint, oldest_waiting_roll_seconds double precision, waiting_tallies bigint)');
select pg_temp.has_function_nature('sparc.gauges()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.gauges()', 'service_role');
rollback;
