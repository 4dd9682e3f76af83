-- Verify gamekeeper:cards/play/run_turns on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.run_turns(integer)', '(IN seconds integer DEFAULT 55)');
select pg_temp.has_function_nature('cards.run_turns(integer)', 'plpgsql, procedure, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.run_turns(integer)', 'service_role');
rollback;
