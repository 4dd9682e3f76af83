-- Verify gamekeeper:slots/games/game_profile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.game_profile(slots.compiled_game)', '(program slots.compiled_game) returns jsonb');
select pg_temp.has_function_nature('slots.game_profile(slots.compiled_game)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('slots.game_profile(slots.compiled_game)', 'nobody');
rollback;
