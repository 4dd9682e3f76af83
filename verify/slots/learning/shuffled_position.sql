-- Verify gamekeeper:slots/learning/shuffled_position on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.shuffled_position(bigint,bigint,bigint)', '(place bigint, size bigint, seed bigint) returns bigint');
select pg_temp.has_function_nature('slots.shuffled_position(bigint,bigint,bigint)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('slots.shuffled_position(bigint,bigint,bigint)', 'nobody');
rollback;
