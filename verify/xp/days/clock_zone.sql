-- Verify gamekeeper:xp/days/clock_zone on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.clock_zone(text)', '(zone text) returns text');
select pg_temp.has_function_nature('xp.clock_zone(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.clock_zone(text)', 'nobody');
rollback;
