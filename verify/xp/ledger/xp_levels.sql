-- Verify gamekeeper:xp/ledger/xp_levels on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_levels', 'table, row level security');
select pg_temp.has_column('xp.xp_levels', 'level', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_levels', 'xp', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_levels', 'set_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('xp.xp_levels', 'xp_levels_pkey', 'PRIMARY KEY (level)');
select pg_temp.has_constraint('xp.xp_levels', 'xp_levels_xp_uidx', 'UNIQUE (xp)');
select pg_temp.has_constraint('xp.xp_levels', 'xp_levels_first_chk', 'CHECK (((xp >= 0) AND ((level = 1) = (xp = 0))))');
select pg_temp.has_constraint('xp.xp_levels', 'xp_levels_level_chk', 'CHECK (((level >= 1) AND (level <= 1000)))');
select pg_temp.has_policy('xp.xp_levels', 'readable_by_all', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('xp.xp_levels', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_levels', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_levels', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_levels', 'service_role', 'select');
select pg_temp.has_trigger('xp.xp_levels', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('xp.xp_levels', 'guard_definitions', 'BEFORE INSERT OR DELETE OR UPDATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_definitions()');
select pg_temp.has_row('core.definitions', '{"table_name": "xp.xp_levels"}');
rollback;
