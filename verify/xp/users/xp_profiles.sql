-- Verify gamekeeper:xp/users/xp_profiles on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_profiles', 'table, row level security');
select pg_temp.has_column('xp.xp_profiles', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_profiles', 'public_id', 'uuid NOT NULL');
select pg_temp.has_column('xp.xp_profiles', 'handle', 'text');
select pg_temp.has_constraint('xp.xp_profiles', 'xp_profiles_pkey', 'PRIMARY KEY (user_id)');
select pg_temp.has_constraint('xp.xp_profiles', 'xp_profiles_public_id_uidx', 'UNIQUE (public_id)');
select pg_temp.has_constraint('xp.xp_profiles', 'xp_profiles_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_constraint('xp.xp_profiles', 'xp_profiles_handle_chk', 'CHECK (((handle IS NULL) OR (((length(handle) >= 1) AND (length(handle) <= 40)) AND core.is_display_name(handle))))');
select pg_temp.has_policy('xp.xp_profiles', 'own_row', 'select to authenticated using');
select pg_temp.has_policy('xp.xp_profiles', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('xp.xp_profiles', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_profiles', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_profiles', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_profiles', 'service_role', 'select');
rollback;
