-- Verify gamekeeper:cards/play/health_turns on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.health_turns()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('cards.health_turns()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.health_turns()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "cards.turns", "function": "cards.health_turns()"}');
rollback;
