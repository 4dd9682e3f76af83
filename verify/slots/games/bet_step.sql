-- Verify gamekeeper:slots/games/bet_step on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.bet_step(slots.compiled_game)', '(program slots.compiled_game) returns numeric');
select pg_temp.has_function_nature('slots.bet_step(slots.compiled_game)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('slots.bet_step(slots.compiled_game)', 'nobody');
rollback;
