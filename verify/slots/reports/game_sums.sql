-- Verify gamekeeper:slots/reports/game_sums on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.game_sums(integer,uuid)', '(map_version integer, game_id uuid) returns TABLE(spins bigint, multipliers numeric, multipliers_squared numeric, digest text, pending_bets bigint, rolled_up_at timestamp with time zone, returns slots.game_returns[], symbols slots.symbol_rollups[])');
select pg_temp.has_function_nature('slots.game_sums(integer,uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.game_sums(integer,uuid)', 'nobody');
rollback;
