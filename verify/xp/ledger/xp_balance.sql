-- Verify gamekeeper:xp/ledger/xp_balance on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_balance', 'table, row level security, fillfactor=80');
select pg_temp.has_column('xp.xp_balance', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_balance', 'current_balance', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_balance', 'lifetime_xp', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_balance', 'seasonal_xp', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_balance', 'season_id', 'text');
select pg_temp.has_column('xp.xp_balance', 'updated_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('xp.xp_balance', 'xp_balance_pkey', 'PRIMARY KEY (user_id)');
select pg_temp.has_constraint('xp.xp_balance', 'xp_balance_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_constraint('xp.xp_balance', 'xp_balance_totals_chk', 'CHECK (((current_balance >= 0) AND (lifetime_xp >= 0) AND (seasonal_xp >= 0)))');
select pg_temp.has_policy('xp.xp_balance', 'own_row', 'select to authenticated using');
select pg_temp.has_policy('xp.xp_balance', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('xp.xp_balance', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_balance', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_balance', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_balance', 'service_role', 'select');
rollback;
