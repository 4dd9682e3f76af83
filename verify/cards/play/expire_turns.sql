-- Verify gamekeeper:cards/play/expire_turns on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.expire_turns()', '() returns integer');
select pg_temp.has_function_nature('cards.expire_turns()', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.expire_turns()', 'service_role');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "cards.expire_turns", "function": "cards.expire_turns()"}');
rollback;
