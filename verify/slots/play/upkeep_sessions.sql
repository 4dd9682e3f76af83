-- Verify gamekeeper:slots/play/upkeep_sessions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.upkeep_sessions()', '() returns text');
select pg_temp.has_function_nature('slots.upkeep_sessions()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.upkeep_sessions()', 'service_role');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "slots.sessions", "function": "slots.upkeep_sessions()"}');
rollback;
