-- Verify gamekeeper:xp/seasons/prize_problems on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.prize_problems(jsonb)', '(prizes jsonb) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.prize_problems(jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.prize_problems(jsonb)', 'nobody');
rollback;
