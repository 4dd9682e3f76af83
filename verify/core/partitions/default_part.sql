-- Verify gamekeeper:core/partitions/default_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('core.default_part', 'composite');
select pg_temp.has_column('core.default_part', 'starts_at', 'timestamp with time zone');
select pg_temp.has_column('core.default_part', 'ends_at', 'timestamp with time zone');
select pg_temp.has_column('core.default_part', 'first_at', 'timestamp with time zone');
select pg_temp.has_column('core.default_part', 'last_at', 'timestamp with time zone');
select pg_temp.has_column('core.default_part', 'row_count', 'bigint');
select pg_temp.has_column('core.default_part', 'is_present', 'boolean');
rollback;
