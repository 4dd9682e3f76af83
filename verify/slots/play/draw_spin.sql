-- Verify gamekeeper:slots/play/draw_spin on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.draw_spin(slots.sessions)', '(session slots.sessions) returns slots.spin');
select pg_temp.has_function_nature('slots.draw_spin(slots.sessions)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.draw_spin(slots.sessions)', 'nobody');
rollback;
