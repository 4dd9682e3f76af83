-- Verify gamekeeper:core/partitions/partitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.partitions', 'view, security_invoker=true');
select pg_temp.has_column('core.partitions', 'table_name', 'text');
select pg_temp.has_column('core.partitions', 'partition', 'regclass');
select pg_temp.has_column('core.partitions', 'is_default', 'boolean');
select pg_temp.has_column('core.partitions', 'starts_at', 'timestamp with time zone');
select pg_temp.has_column('core.partitions', 'ends_at', 'timestamp with time zone');
select pg_temp.has_column('core.partitions', 'draining_to', 'timestamp with time zone');
select pg_temp.has_relation_grants('core.partitions', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.partitions', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.partitions', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.partitions', 'service_role', 'nothing');
rollback;
