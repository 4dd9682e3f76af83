-- Verify gamekeeper:xp/seasons/xp_frozen_seasons on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_frozen_seasons', 'table, row level security');
select pg_temp.has_column('xp.xp_frozen_seasons', 'season_id', 'text NOT NULL');
select pg_temp.has_column('xp.xp_frozen_seasons', 'frozen_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('xp.xp_frozen_seasons', 'actor', 'text NOT NULL');
select pg_temp.has_constraint('xp.xp_frozen_seasons', 'xp_frozen_seasons_pkey', 'PRIMARY KEY (season_id)');
select pg_temp.has_constraint('xp.xp_frozen_seasons', 'xp_frozen_seasons_season_id_fkey', 'FOREIGN KEY (season_id) REFERENCES xp.xp_seasons(season_id)');
select pg_temp.has_relation_grants('xp.xp_frozen_seasons', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_frozen_seasons', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_frozen_seasons', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_frozen_seasons', 'service_role', 'nothing');
select pg_temp.has_trigger('xp.xp_frozen_seasons', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_frozen_seasons', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_frozen_seasons', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
