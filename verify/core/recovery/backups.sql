-- Verify gamekeeper:core/recovery/backups on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.backups', 'table, row level security');
select pg_temp.has_column('core.backups', 'method', 'text NOT NULL');
select pg_temp.has_column('core.backups', 'started_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('core.backups', 'ended_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('core.backups', 'label', 'text');
select pg_temp.has_column('core.backups', 'bytes', 'bigint');
select pg_temp.has_column('core.backups', 'problem', 'text');
select pg_temp.has_constraint('core.backups', 'backups_pkey', 'PRIMARY KEY (method, started_at)');
select pg_temp.has_constraint('core.backups', 'backups_bytes', 'CHECK ((bytes >= 0))');
select pg_temp.has_constraint('core.backups', 'backups_method', 'CHECK ((method ~ ''^[a-z][a-z0-9_]{0,30}$''::text))');
select pg_temp.has_constraint('core.backups', 'backups_outcome', 'CHECK (((ended_at >= started_at) AND ((label IS NULL) <> (problem IS NULL))))');
select pg_temp.has_index('core.backups', 'backups_ended_at', 'btree (ended_at)');
select pg_temp.has_relation_grants('core.backups', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.backups', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.backups', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.backups', 'service_role', 'nothing');
select pg_temp.has_trigger('core.backups', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
rollback;
