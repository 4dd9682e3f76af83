-- Verify gamekeeper:sparc/sessions/session_players on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.session_players', 'table, row level security');
select pg_temp.has_column('sparc.session_players', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.session_players', 'user_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.session_players', 'character_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.session_players', 'is_active', 'boolean NOT NULL DEFAULT true');
select pg_temp.has_column('sparc.session_players', 'heroic_saves_used', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('sparc.session_players', 'joined_at', 'timestamp with time zone NOT NULL DEFAULT now()');
select pg_temp.has_column('sparc.session_players', 'left_at', 'timestamp with time zone');
select pg_temp.has_constraint('sparc.session_players', 'session_players_pkey', 'PRIMARY KEY (session_id, user_id)');
select pg_temp.has_constraint('sparc.session_players', 'session_players_character_id_fkey', 'FOREIGN KEY (character_id) REFERENCES sparc.characters(id)');
select pg_temp.has_constraint('sparc.session_players', 'session_players_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES sparc.sessions(id) ON DELETE CASCADE');
select pg_temp.has_constraint('sparc.session_players', 'session_players_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES sparc.users(id)');
select pg_temp.has_constraint('sparc.session_players', 'session_players_heroic_saves_used_check', 'CHECK (((heroic_saves_used >= 0) AND (heroic_saves_used <= 1)))');
select pg_temp.has_index('sparc.session_players', 'idx_session_players_active', 'btree (session_id) WHERE (is_active = true)');
select pg_temp.has_index('sparc.session_players', 'idx_session_players_character', 'btree (character_id)');
select pg_temp.has_index('sparc.session_players', 'idx_session_players_user', 'btree (user_id)');
select pg_temp.has_policy('sparc.session_players', 'Service writes session players', 'all to service_role using with check');
select pg_temp.has_relation_grants('sparc.session_players', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.session_players', 'anon', 'select');
select pg_temp.has_relation_grants('sparc.session_players', 'authenticated', 'select');
select pg_temp.has_relation_grants('sparc.session_players', 'service_role', 'delete, insert, select, update');
select pg_temp.has_trigger('sparc.session_players', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW WHEN ((CURRENT_USER = ''service_role''::name)) EXECUTE FUNCTION core.audit()');
rollback;
