-- Verify gamekeeper:xp/ledger/set_levels on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.set_levels(bigint[])', '(levels bigint[]) returns SETOF xp.xp_levels');
select pg_temp.has_function_nature('xp.set_levels(bigint[])', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.set_levels(bigint[])', 'authenticated, service_role');
rollback;
