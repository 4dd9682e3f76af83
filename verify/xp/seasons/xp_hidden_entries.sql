-- Verify gamekeeper:xp/seasons/xp_hidden_entries on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_hidden_entries', 'table, row level security');
select pg_temp.has_column('xp.xp_hidden_entries', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_hidden_entries', 'season_id', 'text NOT NULL');
select pg_temp.has_column('xp.xp_hidden_entries', 'reason', 'text NOT NULL');
select pg_temp.has_column('xp.xp_hidden_entries', 'hidden_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('xp.xp_hidden_entries', 'xp_hidden_entries_pkey', 'PRIMARY KEY (user_id, season_id)');
select pg_temp.has_constraint('xp.xp_hidden_entries', 'xp_hidden_entries_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_constraint('xp.xp_hidden_entries', 'xp_hidden_entries_reason_chk', 'CHECK (((reason <> ''''::text) AND (length(reason) <= 100)))');
select pg_temp.has_constraint('xp.xp_hidden_entries', 'xp_hidden_entries_season_id_chk', 'CHECK (((season_id <> ''''::text) AND (length(season_id) <= 100)))');
select pg_temp.has_index('xp.xp_hidden_entries', 'xp_hidden_entries_season_id_idx', 'btree (season_id, user_id)');
select pg_temp.has_policy('xp.xp_hidden_entries', 'operators_read', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('xp.xp_hidden_entries', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_hidden_entries', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_hidden_entries', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_hidden_entries', 'service_role', 'select');
select pg_temp.has_trigger('xp.xp_hidden_entries', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
rollback;
