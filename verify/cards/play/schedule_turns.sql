-- Verify gamekeeper:cards/play/schedule_turns on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.schedule_turns()', '() returns boolean');
select pg_temp.has_function_nature('cards.schedule_turns()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.schedule_turns()', 'nobody');
select pg_temp.has_row('core.scheduled_calls', '{"job": "gamekeeper-turns"}');
rollback;
