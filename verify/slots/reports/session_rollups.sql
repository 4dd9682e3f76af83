-- Verify gamekeeper:slots/reports/session_rollups on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.session_rollups', 'table, row level security');
select pg_temp.has_column('slots.session_rollups', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.session_rollups', 'events', 'bigint NOT NULL');
select pg_temp.has_column('slots.session_rollups', 'spins', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('slots.session_rollups', 'payouts', 'numeric NOT NULL DEFAULT 0');
select pg_temp.has_constraint('slots.session_rollups', 'session_rollups_pkey', 'PRIMARY KEY (session_id)');
select pg_temp.has_constraint('slots.session_rollups', 'session_rollups_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES slots.sessions(session_id)');
select pg_temp.has_relation_grants('slots.session_rollups', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.session_rollups', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.session_rollups', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.session_rollups', 'service_role', 'nothing');
rollback;
