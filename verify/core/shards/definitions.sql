-- Verify gamekeeper:core/shards/definitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.definitions', 'table, row level security');
select pg_temp.has_column('core.definitions', 'table_name', 'text NOT NULL');
select pg_temp.has_column('core.definitions', 'compared', 'text[]');
select pg_temp.has_column('core.definitions', 'written_at', 'timestamp with time zone');
select pg_temp.has_column('core.definitions', 'digest', 'text');
select pg_temp.has_column('core.definitions', 'own_digest', 'text');
select pg_temp.has_constraint('core.definitions', 'definitions_pkey', 'PRIMARY KEY (table_name)');
select pg_temp.has_relation_grants('core.definitions', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.definitions', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.definitions', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.definitions', 'service_role', 'nothing');
select pg_temp.has_trigger('core.definitions', 'compare_definitions', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.compare_definitions(), on a replica');
rollback;
