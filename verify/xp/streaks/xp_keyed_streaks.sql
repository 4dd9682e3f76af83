-- Verify gamekeeper:xp/streaks/xp_keyed_streaks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_keyed_streaks', 'table, row level security, fillfactor=80');
select pg_temp.has_column('xp.xp_keyed_streaks', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_keyed_streaks', 'streak_key', 'text COLLATE "C" NOT NULL');
select pg_temp.has_column('xp.xp_keyed_streaks', 'current_streak', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_keyed_streaks', 'longest_streak', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_keyed_streaks', 'grace_used', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_keyed_streaks', 'last_reward_day_id', 'text');
select pg_temp.has_column('xp.xp_keyed_streaks', 'model_state', 'jsonb NOT NULL DEFAULT ''{}''::jsonb');
select pg_temp.has_column('xp.xp_keyed_streaks', 'updated_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('xp.xp_keyed_streaks', 'claimed_by', 'integer');
select pg_temp.has_constraint('xp.xp_keyed_streaks', 'xp_keyed_streaks_pkey', 'PRIMARY KEY (user_id, streak_key)');
select pg_temp.has_constraint('xp.xp_keyed_streaks', 'xp_keyed_streaks_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_constraint('xp.xp_keyed_streaks', 'xp_keyed_streaks_non_negative_chk', 'CHECK (((current_streak >= 0) AND (longest_streak >= 0) AND (grace_used >= 0)))');
select pg_temp.has_constraint('xp.xp_keyed_streaks', 'xp_keyed_streaks_streak_key_chk', 'CHECK ((streak_key ~ ''^[a-z][a-z0-9_-]{0,39}$''::text))');
select pg_temp.has_policy('xp.xp_keyed_streaks', 'own_rows', 'select to authenticated using');
select pg_temp.has_policy('xp.xp_keyed_streaks', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('xp.xp_keyed_streaks', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_keyed_streaks', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_keyed_streaks', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_keyed_streaks', 'service_role', 'select');
rollback;
