-- Verify gamekeeper:slots/sessions/action_keys on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.action_keys', 'table, row level security');
select pg_temp.has_column('slots.action_keys', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.action_keys', 'idempotency_key', 'text NOT NULL');
select pg_temp.has_column('slots.action_keys', 'event_index', 'bigint NOT NULL');
select pg_temp.has_column('slots.action_keys', 'occurred_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('slots.action_keys', 'by_service', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_constraint('slots.action_keys', 'action_keys_pkey', 'PRIMARY KEY (session_id, idempotency_key, by_service)');
select pg_temp.has_constraint('slots.action_keys', 'action_keys_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES slots.sessions(session_id)');
select pg_temp.has_relation_grants('slots.action_keys', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.action_keys', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.action_keys', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.action_keys', 'service_role', 'nothing');
select pg_temp.has_trigger('slots.action_keys', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.action_keys', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.action_keys', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
