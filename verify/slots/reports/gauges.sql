-- Verify gamekeeper:slots/reports/gauges on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.gauges()', '() returns TABLE(open_sessions bigint, placed_bets bigint, spins numeric, staked numeric, paid numeric)');
select pg_temp.has_function_nature('slots.gauges()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.gauges()', 'service_role');
rollback;
