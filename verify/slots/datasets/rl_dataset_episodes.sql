-- Verify gamekeeper:slots/datasets/rl_dataset_episodes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.rl_dataset_episodes', 'table, row level security');
select pg_temp.has_column('slots.rl_dataset_episodes', 'dataset', 'text NOT NULL');
select pg_temp.has_column('slots.rl_dataset_episodes', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.rl_dataset_episodes', 'last_index', 'bigint NOT NULL');
select pg_temp.has_column('slots.rl_dataset_episodes', 'began_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('slots.rl_dataset_episodes', 'ended_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('slots.rl_dataset_episodes', 'digest', 'bytea NOT NULL');
select pg_temp.has_constraint('slots.rl_dataset_episodes', 'rl_dataset_episodes_pkey', 'PRIMARY KEY (dataset, session_id)');
select pg_temp.has_relation_grants('slots.rl_dataset_episodes', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dataset_episodes', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dataset_episodes', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dataset_episodes', 'service_role', 'nothing');
select pg_temp.has_trigger('slots.rl_dataset_episodes', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_dataset_episodes', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_dataset_episodes', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
