-- Verify gamekeeper:sparc/archive/archived_session_players on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.archived_session_players', 'table, row level security');
select pg_temp.has_column('sparc.archived_session_players', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.archived_session_players', 'user_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.archived_session_players', 'character_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.archived_session_players', 'is_active', 'boolean NOT NULL');
select pg_temp.has_column('sparc.archived_session_players', 'heroic_saves_used', 'integer NOT NULL');
select pg_temp.has_column('sparc.archived_session_players', 'joined_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('sparc.archived_session_players', 'left_at', 'timestamp with time zone');
select pg_temp.has_constraint('sparc.archived_session_players', 'archived_session_players_pkey', 'PRIMARY KEY (session_id, user_id)');
select pg_temp.has_constraint('sparc.archived_session_players', 'archived_session_players_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES sparc.archived_sessions(id) ON DELETE CASCADE');
select pg_temp.has_index('sparc.archived_session_players', 'idx_archived_session_players_user', 'btree (user_id)');
select pg_temp.has_policy('sparc.archived_session_players', 'Service writes archived session players', 'all to service_role using with check');
select pg_temp.has_relation_grants('sparc.archived_session_players', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.archived_session_players', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.archived_session_players', 'authenticated', 'select');
select pg_temp.has_relation_grants('sparc.archived_session_players', 'service_role', 'select');
rollback;
