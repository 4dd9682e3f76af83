-- Verify gamekeeper:xp/days/day_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.day_of(text)', '(day_id text) returns date');
select pg_temp.has_function_nature('xp.day_of(text)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('xp.day_of(text)', 'nobody');
rollback;
