-- Verify gamekeeper:xp/books/gauges on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.gauges()', '() returns TABLE(claims numeric, repeated_claims numeric, granted numeric, roll_up_age_seconds double precision)');
select pg_temp.has_function_nature('xp.gauges()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.gauges()', 'service_role');
rollback;
