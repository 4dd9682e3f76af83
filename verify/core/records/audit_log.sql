-- Verify gamekeeper:core/records/audit_log on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.audit_log', 'table, row level security');
select pg_temp.has_column('core.audit_log', 'entry_id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('core.audit_log', 'at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('core.audit_log', 'actor', 'uuid');
select pg_temp.has_column('core.audit_log', 'actor_role', 'text NOT NULL');
select pg_temp.has_column('core.audit_log', 'table_name', 'text NOT NULL');
select pg_temp.has_column('core.audit_log', 'operation', 'text NOT NULL');
select pg_temp.has_column('core.audit_log', 'before', 'jsonb');
select pg_temp.has_column('core.audit_log', 'after', 'jsonb');
select pg_temp.has_constraint('core.audit_log', 'audit_log_pkey', 'PRIMARY KEY (entry_id)');
select pg_temp.has_constraint('core.audit_log', 'audit_log_operation', 'CHECK ((operation = ANY (ARRAY[''INSERT''::text, ''UPDATE''::text, ''DELETE''::text])))');
select pg_temp.has_index('core.audit_log', 'audit_log_table_name_entry_id_idx', 'btree (table_name, entry_id)');
select pg_temp.has_policy('core.audit_log', 'operators_read', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('core.audit_log', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.audit_log', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.audit_log', 'authenticated', 'select');
select pg_temp.has_relation_grants('core.audit_log', 'service_role', 'select');
select pg_temp.has_trigger('core.audit_log', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('core.audit_log', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('core.audit_log', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
