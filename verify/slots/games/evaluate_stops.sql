-- Verify gamekeeper:slots/games/evaluate_stops on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.evaluate_stops(slots.compiled_game,integer[])', '(program slots.compiled_game, stops integer[]) returns slots.spin');
select pg_temp.has_function_nature('slots.evaluate_stops(slots.compiled_game,integer[])', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.evaluate_stops(slots.compiled_game,integer[])', 'nobody');
rollback;
