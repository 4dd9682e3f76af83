-- Verify gamekeeper:slots/datasets/rl_dropped_datasets on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.rl_dropped_datasets', 'table, row level security');
select pg_temp.has_column('slots.rl_dropped_datasets', 'dataset', 'text NOT NULL');
select pg_temp.has_column('slots.rl_dropped_datasets', 'dropped_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('slots.rl_dropped_datasets', 'dropped_by', 'uuid');
select pg_temp.has_constraint('slots.rl_dropped_datasets', 'rl_dropped_datasets_pkey', 'PRIMARY KEY (dataset)');
select pg_temp.has_constraint('slots.rl_dropped_datasets', 'rl_dropped_datasets_dataset_fkey', 'FOREIGN KEY (dataset) REFERENCES slots.rl_datasets(dataset)');
select pg_temp.has_relation_grants('slots.rl_dropped_datasets', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dropped_datasets', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dropped_datasets', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dropped_datasets', 'service_role', 'nothing');
select pg_temp.has_trigger('slots.rl_dropped_datasets', 'audit', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('slots.rl_dropped_datasets', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_dropped_datasets', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_dropped_datasets', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
