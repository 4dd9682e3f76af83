-- Verify gamekeeper:xp/prizes/xp_prizes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_prizes', 'table, row level security');
select pg_temp.has_column('xp.xp_prizes', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_prizes', 'season_id', 'text NOT NULL');
select pg_temp.has_column('xp.xp_prizes', 'rank', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_prizes', 'xp', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_prizes', 'paid_at', 'timestamp with time zone');
select pg_temp.has_constraint('xp.xp_prizes', 'xp_prizes_pkey', 'PRIMARY KEY (user_id, season_id)');
select pg_temp.has_constraint('xp.xp_prizes', 'xp_prizes_season_id_fkey', 'FOREIGN KEY (season_id) REFERENCES xp.xp_season_closings(season_id)');
select pg_temp.has_constraint('xp.xp_prizes', 'xp_prizes_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_constraint('xp.xp_prizes', 'xp_prizes_xp_chk', 'CHECK ((xp > 0))');
select pg_temp.has_index('xp.xp_prizes', 'xp_prizes_season_id_idx', 'btree (season_id)');
select pg_temp.has_index('xp.xp_prizes', 'xp_prizes_unpaid_idx', 'btree (user_id, season_id) WHERE (paid_at IS NULL)');
select pg_temp.has_policy('xp.xp_prizes', 'own_rows', 'select to authenticated using');
select pg_temp.has_policy('xp.xp_prizes', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('xp.xp_prizes', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_prizes', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_prizes', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_prizes', 'service_role', 'select');
rollback;
