-- Verify gamekeeper:slots/play/upkeep_bets on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.upkeep_bets()', '() returns text');
select pg_temp.has_function_nature('slots.upkeep_bets()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.upkeep_bets()', 'service_role');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "slots.bets", "function": "slots.upkeep_bets()"}');
rollback;
