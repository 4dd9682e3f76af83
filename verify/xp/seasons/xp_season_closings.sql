-- Verify gamekeeper:xp/seasons/xp_season_closings on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_season_closings', 'table, row level security');
select pg_temp.has_column('xp.xp_season_closings', 'season_id', 'text NOT NULL');
select pg_temp.has_column('xp.xp_season_closings', 'closed_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('xp.xp_season_closings', 'prizes', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_season_closings', 'xp', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_season_closings', 'actor', 'text NOT NULL');
select pg_temp.has_constraint('xp.xp_season_closings', 'xp_season_closings_pkey', 'PRIMARY KEY (season_id)');
select pg_temp.has_constraint('xp.xp_season_closings', 'xp_season_closings_season_id_fkey', 'FOREIGN KEY (season_id) REFERENCES xp.xp_seasons(season_id)');
select pg_temp.has_policy('xp.xp_season_closings', 'readable_by_all', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('xp.xp_season_closings', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_season_closings', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_season_closings', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_season_closings', 'service_role', 'select');
select pg_temp.has_trigger('xp.xp_season_closings', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_season_closings', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_season_closings', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
