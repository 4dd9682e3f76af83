-- Verify gamekeeper:sparc/archive/archived_session_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.archived_session_events', 'table, row level security');
select pg_temp.has_column('sparc.archived_session_events', 'id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.archived_session_events', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.archived_session_events', 'seq', 'bigint NOT NULL');
select pg_temp.has_column('sparc.archived_session_events', 'event_type', 'text NOT NULL');
select pg_temp.has_column('sparc.archived_session_events', 'payload', 'jsonb NOT NULL');
select pg_temp.has_column('sparc.archived_session_events', 'created_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_constraint('sparc.archived_session_events', 'archived_session_events_pkey', 'PRIMARY KEY (session_id, seq)');
select pg_temp.has_constraint('sparc.archived_session_events', 'archived_session_events_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES sparc.archived_sessions(id) ON DELETE CASCADE');
select pg_temp.has_policy('sparc.archived_session_events', 'Archived events visible to participants', 'select to PUBLIC using');
select pg_temp.has_policy('sparc.archived_session_events', 'Service writes archived session events', 'all to service_role using with check');
select pg_temp.has_relation_grants('sparc.archived_session_events', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.archived_session_events', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.archived_session_events', 'authenticated', 'select');
select pg_temp.has_relation_grants('sparc.archived_session_events', 'service_role', 'select');
rollback;
