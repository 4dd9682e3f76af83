-- Verify gamekeeper:xp/seasons/xp_season_xp on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_season_xp', 'table, row level security');
select pg_temp.has_column('xp.xp_season_xp', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_season_xp', 'season_id', 'text NOT NULL');
select pg_temp.has_column('xp.xp_season_xp', 'xp', 'bigint NOT NULL');
select pg_temp.has_constraint('xp.xp_season_xp', 'xp_season_xp_pkey', 'PRIMARY KEY (user_id, season_id)');
select pg_temp.has_constraint('xp.xp_season_xp', 'xp_season_xp_season_id_fkey', 'FOREIGN KEY (season_id) REFERENCES xp.xp_seasons(season_id)');
select pg_temp.has_constraint('xp.xp_season_xp', 'xp_season_xp_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_constraint('xp.xp_season_xp', 'xp_season_xp_chk', 'CHECK ((xp >= 0))');
select pg_temp.has_index('xp.xp_season_xp', 'xp_season_xp_season_id_idx', 'btree (season_id)');
select pg_temp.has_policy('xp.xp_season_xp', 'own_rows', 'select to authenticated using');
select pg_temp.has_policy('xp.xp_season_xp', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('xp.xp_season_xp', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_season_xp', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_season_xp', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_season_xp', 'service_role', 'select');
rollback;
