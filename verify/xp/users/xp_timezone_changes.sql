-- Verify gamekeeper:xp/users/xp_timezone_changes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_timezone_changes', 'table, row level security');
select pg_temp.has_column('xp.xp_timezone_changes', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_timezone_changes', 'change_no', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_timezone_changes', 'from_tz', 'text NOT NULL');
select pg_temp.has_column('xp.xp_timezone_changes', 'to_tz', 'text NOT NULL');
select pg_temp.has_column('xp.xp_timezone_changes', 'requested_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_constraint('xp.xp_timezone_changes', 'xp_timezone_changes_pkey', 'PRIMARY KEY (user_id, change_no)');
select pg_temp.has_constraint('xp.xp_timezone_changes', 'xp_timezone_changes_from_tz_fkey', 'FOREIGN KEY (from_tz) REFERENCES xp.timezones(name)');
select pg_temp.has_constraint('xp.xp_timezone_changes', 'xp_timezone_changes_to_tz_fkey', 'FOREIGN KEY (to_tz) REFERENCES xp.timezones(name)');
select pg_temp.has_constraint('xp.xp_timezone_changes', 'xp_timezone_changes_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_constraint('xp.xp_timezone_changes', 'xp_timezone_changes_change_no_chk', 'CHECK ((change_no > 0))');
select pg_temp.has_index('xp.xp_timezone_changes', 'xp_timezone_changes_from_tz_idx', 'btree (from_tz)');
select pg_temp.has_index('xp.xp_timezone_changes', 'xp_timezone_changes_to_tz_idx', 'btree (to_tz)');
select pg_temp.has_policy('xp.xp_timezone_changes', 'own_rows', 'select to authenticated using');
select pg_temp.has_policy('xp.xp_timezone_changes', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('xp.xp_timezone_changes', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_timezone_changes', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_timezone_changes', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_timezone_changes', 'service_role', 'select');
select pg_temp.has_trigger('xp.xp_timezone_changes', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_timezone_changes', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('xp.xp_timezone_changes', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
