-- Verify gamekeeper:slots/games/game_problems on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.game_problems(jsonb,jsonb)', '(rng_signature jsonb, symbol_map jsonb) returns TABLE(path text, problem text)');
select pg_temp.has_function_nature('slots.game_problems(jsonb,jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.game_problems(jsonb,jsonb)', 'nobody');
rollback;
