-- Verify gamekeeper:slots/turns/save_turns on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.save_turns(slots.sessions,slots.turn[])', '(before slots.sessions, turns slots.turn[]) returns void');
select pg_temp.has_function_nature('slots.save_turns(slots.sessions,slots.turn[])', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.save_turns(slots.sessions,slots.turn[])', 'nobody');
rollback;
