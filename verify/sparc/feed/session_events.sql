-- Verify gamekeeper:sparc/feed/session_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.session_events', 'table partitioned by RANGE (created_at), row level security');
select pg_temp.has_column('sparc.session_events', 'id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('sparc.session_events', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.session_events', 'seq', 'bigint NOT NULL');
select pg_temp.has_column('sparc.session_events', 'event_type', 'text NOT NULL');
select pg_temp.has_column('sparc.session_events', 'payload', 'jsonb NOT NULL DEFAULT ''{}''::jsonb');
select pg_temp.has_column('sparc.session_events', 'created_at', 'timestamp with time zone NOT NULL DEFAULT clock_timestamp()');
select pg_temp.has_constraint('sparc.session_events', 'idx_session_events_session', 'PRIMARY KEY (session_id, seq, created_at)');
select pg_temp.has_constraint('sparc.session_events', 'session_events_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES sparc.sessions(id) ON DELETE CASCADE');
select pg_temp.has_constraint('sparc.session_events', 'session_events_event_type_check', 'CHECK ((event_type ~ ''^[a-z][a-z_]{0,63}$''::text))');
select pg_temp.has_constraint('sparc.session_events', 'session_events_seq_check', 'CHECK ((seq > 0))');
select pg_temp.has_index('sparc.session_events', 'idx_session_events_created', 'btree (session_id, created_at DESC)');
select pg_temp.has_policy('sparc.session_events', 'Events visible to session participants', 'select to PUBLIC using');
select pg_temp.has_policy('sparc.session_events', 'Service writes session events', 'all to service_role using with check');
select pg_temp.has_relation_grants('sparc.session_events', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.session_events', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.session_events', 'authenticated', 'select');
select pg_temp.has_relation_grants('sparc.session_events', 'service_role', 'insert, select');
select pg_temp.has_trigger('sparc.session_events', 'audit', 'AFTER INSERT FOR EACH ROW WHEN ((CURRENT_USER = ''service_role''::name)) EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('sparc.session_events', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('sparc.session_events', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_row('core.partitioned_tables', '{"period": "day", "table_name": "sparc.session_events"}');
select pg_temp.is_true(
  'sparc.session_events has a partition besides the default one',
  exists (select from core.partitions where table_name = 'sparc.session_events' and not is_default)
);
rollback;
