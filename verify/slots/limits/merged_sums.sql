-- Verify gamekeeper:slots/limits/merged_sums on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.merged_sums(numeric[],timestamp with time zone,numeric[],timestamp with time zone,timestamp with time zone)', '(sums numeric[], counted_at timestamp with time zone, other numeric[], other_at timestamp with time zone, at timestamp with time zone) returns numeric[]');
select pg_temp.has_function_nature('slots.merged_sums(numeric[],timestamp with time zone,numeric[],timestamp with time zone,timestamp with time zone)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.merged_sums(numeric[],timestamp with time zone,numeric[],timestamp with time zone,timestamp with time zone)', 'nobody');
rollback;
