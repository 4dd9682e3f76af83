-- Verify gamekeeper:slots/fairness/revealed_seeds on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.revealed_seeds', 'table, row level security');
select pg_temp.has_column('slots.revealed_seeds', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.revealed_seeds', 'seed_no', 'integer NOT NULL');
select pg_temp.has_column('slots.revealed_seeds', 'owner_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.revealed_seeds', 'server_seed', 'bytea NOT NULL');
select pg_temp.has_column('slots.revealed_seeds', 'server_seed_hash', 'bytea NOT NULL');
select pg_temp.has_column('slots.revealed_seeds', 'client_seed', 'text NOT NULL');
select pg_temp.has_column('slots.revealed_seeds', 'spins', 'bigint NOT NULL');
select pg_temp.has_column('slots.revealed_seeds', 'revealed_in', 'xid8 NOT NULL DEFAULT pg_current_xact_id()');
select pg_temp.has_column('slots.revealed_seeds', 'revealed_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('slots.revealed_seeds', 'revealed_seeds_pkey', 'PRIMARY KEY (session_id, seed_no)');
select pg_temp.has_constraint('slots.revealed_seeds', 'revealed_seeds_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES slots.sessions(session_id)');
select pg_temp.has_policy('slots.revealed_seeds', 'owner_reads', 'select to authenticated using');
select pg_temp.has_policy('slots.revealed_seeds', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.revealed_seeds', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.revealed_seeds', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.revealed_seeds', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.revealed_seeds', 'service_role', 'select');
select pg_temp.has_trigger('slots.revealed_seeds', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.revealed_seeds', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.revealed_seeds', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
