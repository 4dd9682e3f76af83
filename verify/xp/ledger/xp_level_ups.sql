-- Verify gamekeeper:xp/ledger/xp_level_ups on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_level_ups', 'table, row level security');
select pg_temp.has_column('xp.xp_level_ups', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_level_ups', 'level', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_level_ups', 'xp', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_level_ups', 'correlation_id', 'uuid');
select pg_temp.has_column('xp.xp_level_ups', 'reward_day_id', 'text COLLATE "C"');
select pg_temp.has_column('xp.xp_level_ups', 'reached_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('xp.xp_level_ups', 'xp_level_ups_pkey', 'PRIMARY KEY (user_id, level)');
select pg_temp.has_constraint('xp.xp_level_ups', 'xp_level_ups_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_constraint('xp.xp_level_ups', 'xp_level_ups_level_chk', 'CHECK ((level > 1))');
select pg_temp.has_index('xp.xp_level_ups', 'xp_level_ups_reward_day_idx', 'btree (user_id, reward_day_id) WHERE (reward_day_id IS NOT NULL)');
select pg_temp.has_policy('xp.xp_level_ups', 'own_rows', 'select to authenticated using');
select pg_temp.has_policy('xp.xp_level_ups', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('xp.xp_level_ups', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_level_ups', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_level_ups', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_level_ups', 'service_role', 'select');
select pg_temp.has_trigger('xp.xp_level_ups', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_level_ups', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_level_ups', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
