-- Verify gamekeeper:xp/days/day_id on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.day_id(date)', '(day date) returns text');
select pg_temp.has_function_nature('xp.day_id(date)', 'sql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('xp.day_id(date)', 'nobody');
rollback;
