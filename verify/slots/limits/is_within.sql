-- Verify gamekeeper:slots/limits/is_within on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.is_within(numeric[],numeric[],numeric)', '(limits numeric[], sums numeric[], further numeric) returns boolean');
select pg_temp.has_function_nature('slots.is_within(numeric[],numeric[],numeric)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.is_within(numeric[],numeric[],numeric)', 'nobody');
rollback;
