-- Verify gamekeeper:slots/games/evaluate_stops on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.evaluate_stops(slots.game_program,integer[])', '(program slots.game_program, stops integer[]) returns slots.spin');
select pg_temp.has_function_nature('slots.evaluate_stops(slots.game_program,integer[])', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.evaluate_stops(slots.game_program,integer[])', 'nobody');
rollback;
