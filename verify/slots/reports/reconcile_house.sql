-- Verify gamekeeper:slots/reports/reconcile_house on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reconcile_house()', '() returns TABLE(currency text, game_id uuid, problem text, expected numeric, found numeric)');
select pg_temp.has_function_nature('slots.reconcile_house()', 'plpgsql, stable, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('slots.reconcile_house()', 'authenticated, service_role');
rollback;
