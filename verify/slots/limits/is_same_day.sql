-- Verify gamekeeper:slots/limits/is_same_day on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.is_same_day(timestamp with time zone,timestamp with time zone)', '(one timestamp with time zone, other timestamp with time zone) returns boolean');
select pg_temp.has_function_nature('slots.is_same_day(timestamp with time zone,timestamp with time zone)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.is_same_day(timestamp with time zone,timestamp with time zone)', 'nobody');
rollback;
