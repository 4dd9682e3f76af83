-- Verify gamekeeper:core/recovery/restore_drills on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.restore_drills', 'table, row level security');
select pg_temp.has_column('core.restore_drills', 'started_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('core.restore_drills', 'restored_to', 'timestamp with time zone');
select pg_temp.has_column('core.restore_drills', 'rpo', 'interval');
select pg_temp.has_column('core.restore_drills', 'rto', 'interval');
select pg_temp.has_column('core.restore_drills', 'checks', 'jsonb NOT NULL');
select pg_temp.has_column('core.restore_drills', 'ok', 'boolean NOT NULL GENERATED ALWAYS AS ((NOT jsonb_path_exists(checks, ''$[*]?(!(@."ok" == true))''::jsonpath)))');
select pg_temp.has_constraint('core.restore_drills', 'restore_drills_pkey', 'PRIMARY KEY (started_at)');
select pg_temp.has_constraint('core.restore_drills', 'restore_drills_checks', 'CHECK (((jsonb_typeof(checks) = ''array''::text) AND (checks <> ''[]''::jsonb)))');
select pg_temp.has_relation_grants('core.restore_drills', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.restore_drills', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.restore_drills', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.restore_drills', 'service_role', 'nothing');
select pg_temp.has_trigger('core.restore_drills', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
rollback;
