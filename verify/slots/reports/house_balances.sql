-- Verify gamekeeper:slots/reports/house_balances on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.house_balances()', '() returns TABLE(game_id uuid, currency text, balance numeric)');
select pg_temp.has_function_nature('slots.house_balances()', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.house_balances()', 'authenticated, service_role');
rollback;
