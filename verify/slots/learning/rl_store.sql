-- Verify gamekeeper:slots/learning/rl_store on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.rl_store', 'table partitioned by RANGE (created_at), row level security');
select pg_temp.has_column('slots.rl_store', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.rl_store', 'event_index', 'bigint NOT NULL');
select pg_temp.has_column('slots.rl_store', 'id', 'uuid NOT NULL');
select pg_temp.has_column('slots.rl_store', 'owner_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.rl_store', 'state', 'jsonb NOT NULL');
select pg_temp.has_column('slots.rl_store', 'action', 'jsonb NOT NULL');
select pg_temp.has_column('slots.rl_store', 'reward', 'double precision NOT NULL');
select pg_temp.has_column('slots.rl_store', 'next_state', 'jsonb NOT NULL');
select pg_temp.has_column('slots.rl_store', 'done', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('slots.rl_store', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.rl_store', 'game_id', 'uuid');
select pg_temp.has_column('slots.rl_store', 'policy', 'text');
select pg_temp.has_column('slots.rl_store', 'probability', 'double precision');
select pg_temp.has_column('slots.rl_store', 'truncated', 'boolean');
select pg_temp.has_column('slots.rl_store', 'balance', 'numeric(20,4)');
select pg_temp.has_column('slots.rl_store', '_v', 'smallint NOT NULL DEFAULT 2');
select pg_temp.has_constraint('slots.rl_store', 'rl_store_pkey', 'PRIMARY KEY (session_id, event_index, created_at)');
select pg_temp.has_constraint('slots.rl_store', 'rl_store_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES slots.sessions(session_id)');
select pg_temp.has_policy('slots.rl_store', 'owner_reads', 'select to authenticated using');
select pg_temp.has_policy('slots.rl_store', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.rl_store', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_store', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_store', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.rl_store', 'service_role', 'select');
select pg_temp.has_trigger('slots.rl_store', 'close_rl_block', 'AFTER INSERT FOR EACH ROW WHEN ((((new.event_index % (16)::bigint) = 0) OR new.done)) EXECUTE FUNCTION slots.close_rl_block()');
select pg_temp.has_trigger('slots.rl_store', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_store', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_store', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_store', 'open_rl_block', 'AFTER INSERT FOR EACH ROW WHEN (((new.event_index % (16)::bigint) = 1)) EXECUTE FUNCTION slots.open_rl_block()');
select pg_temp.has_row('core.partitioned_tables', '{"period": "month", "table_name": "slots.rl_store"}');
select pg_temp.is_true(
  'slots.rl_store has a partition besides the default one',
  exists (select from core.partitions where table_name = 'slots.rl_store' and not is_default)
);
rollback;
