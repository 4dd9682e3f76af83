-- Verify gamekeeper:slots/limits/my_limits on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.my_limits()', '() returns TABLE(currency text, kind text, period text, amount numeric, used numeric, next_amount numeric, confirm_from timestamp with time zone, excluded_until timestamp with time zone)');
select pg_temp.has_function_nature('slots.my_limits()', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.my_limits()', 'authenticated, service_role');
rollback;
