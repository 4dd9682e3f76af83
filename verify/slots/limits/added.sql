-- Verify gamekeeper:slots/limits/added on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.added(numeric[],numeric)', '(sums numeric[], amount numeric) returns numeric[]');
select pg_temp.has_function_nature('slots.added(numeric[],numeric)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.added(numeric[],numeric)', 'nobody');
rollback;
