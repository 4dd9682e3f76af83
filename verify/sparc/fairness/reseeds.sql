-- Verify gamekeeper:sparc/fairness/reseeds on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.reseeds', 'table, row level security');
select pg_temp.has_column('sparc.reseeds', 'id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('sparc.reseeds', 'reason', 'text NOT NULL');
select pg_temp.has_column('sparc.reseeds', 'started_at', 'timestamp with time zone NOT NULL DEFAULT core.wall_clock()');
select pg_temp.has_column('sparc.reseeds', 'ended_at', 'timestamp with time zone');
select pg_temp.has_constraint('sparc.reseeds', 'reseeds_pkey', 'PRIMARY KEY (id)');
select pg_temp.has_constraint('sparc.reseeds', 'reseeds_reason_check', 'CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 200)))');
select pg_temp.has_policy('sparc.reseeds', 'Service reads reseeds', 'select to service_role using');
select pg_temp.has_relation_grants('sparc.reseeds', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.reseeds', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.reseeds', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('sparc.reseeds', 'service_role', 'select');
select pg_temp.has_trigger('sparc.reseeds', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
rollback;
