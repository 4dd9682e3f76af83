-- Verify gamekeeper:slots/reports/metrics on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.metrics', 'table, row level security');
select pg_temp.has_column('slots.metrics', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.metrics', 'metric_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.metrics', 'owner_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.metrics', 'key', 'text NOT NULL');
select pg_temp.has_column('slots.metrics', 'value', 'numeric NOT NULL');
select pg_temp.has_column('slots.metrics', 'recorded_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('slots.metrics', 'metrics_pkey', 'PRIMARY KEY (session_id, metric_id)');
select pg_temp.has_constraint('slots.metrics', 'metrics_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES slots.sessions(session_id)');
select pg_temp.has_constraint('slots.metrics', 'metrics_key_length', 'CHECK (((length(key) >= 1) AND (length(key) <= 100)))');
select pg_temp.has_policy('slots.metrics', 'owner_reads', 'select to authenticated using');
select pg_temp.has_policy('slots.metrics', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.metrics', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.metrics', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.metrics', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.metrics', 'service_role', 'select');
select pg_temp.has_trigger('slots.metrics', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.metrics', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.metrics', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
