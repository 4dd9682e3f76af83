-- Verify gamekeeper:slots/datasets/needs_experiences on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.needs_experiences(timestamp with time zone,timestamp with time zone)', '(starts_at timestamp with time zone, ends_at timestamp with time zone) returns boolean');
select pg_temp.has_function_nature('slots.needs_experiences(timestamp with time zone,timestamp with time zone)', 'sql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.needs_experiences(timestamp with time zone,timestamp with time zone)', 'nobody');
select pg_temp.is_true('the partitions of slots.rl_store are asked about', exists (
  select from core.partitioned_tables as t where t.table_name = 'slots.rl_store' and t.kept_by = 'slots.needs_experiences(timestamptz,timestamptz)'
));
rollback;
