-- Verify gamekeeper:slots/play/reseeds on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.reseeds', 'table, row level security');
select pg_temp.has_column('slots.reseeds', 'reseed_id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('slots.reseeds', 'reason', 'text NOT NULL');
select pg_temp.has_column('slots.reseeds', 'started_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.reseeds', 'ended_at', 'timestamp with time zone');
select pg_temp.has_column('slots.reseeds', 'last_session_id', 'uuid NOT NULL DEFAULT ''00000000-0000-0000-0000-000000000000''::uuid');
select pg_temp.has_column('slots.reseeds', 'sessions', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_constraint('slots.reseeds', 'reseeds_pkey', 'PRIMARY KEY (reseed_id)');
select pg_temp.has_constraint('slots.reseeds', 'reseeds_reason_length', 'CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))');
select pg_temp.has_index('slots.reseeds', 'reseeds_open_key', 'unique btree (((ended_at IS NULL))) WHERE (ended_at IS NULL)');
select pg_temp.has_relation_grants('slots.reseeds', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.reseeds', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.reseeds', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.reseeds', 'service_role', 'nothing');
select pg_temp.has_trigger('slots.reseeds', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
rollback;
