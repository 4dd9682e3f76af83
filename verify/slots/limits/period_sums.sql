-- Verify gamekeeper:slots/limits/period_sums on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.period_sums(numeric[],timestamp with time zone,timestamp with time zone,numeric)', '(sums numeric[], counted_at timestamp with time zone, at timestamp with time zone, amount numeric) returns numeric[]');
select pg_temp.has_function_nature('slots.period_sums(numeric[],timestamp with time zone,timestamp with time zone,numeric)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.period_sums(numeric[],timestamp with time zone,timestamp with time zone,numeric)', 'nobody');
rollback;
