-- Verify gamekeeper:slots/games/compile_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.compile_game(jsonb,jsonb)', '(rng_signature jsonb, symbol_map jsonb) returns slots.compiled_game');
select pg_temp.has_function_nature('slots.compile_game(jsonb,jsonb)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('slots.compile_game(jsonb,jsonb)', 'nobody');
rollback;
