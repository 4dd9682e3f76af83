-- Verify gamekeeper:slots/sessions/gameplay_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.gameplay_events', 'table partitioned by RANGE ("timestamp"), row level security');
select pg_temp.has_column('slots.gameplay_events', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.gameplay_events', 'event_index', 'bigint NOT NULL');
select pg_temp.has_column('slots.gameplay_events', 'event_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.gameplay_events', 'owner_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.gameplay_events', 'action', 'jsonb NOT NULL');
select pg_temp.has_column('slots.gameplay_events', 'result', 'jsonb NOT NULL');
select pg_temp.has_column('slots.gameplay_events', 'timestamp', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.gameplay_events', 'reward', 'double precision');
select pg_temp.has_column('slots.gameplay_events', 'state', 'slots.game_state NOT NULL');
select pg_temp.has_column('slots.gameplay_events', 'balance', 'numeric(20,4)');
select pg_temp.has_column('slots.gameplay_events', 'seed_no', 'integer');
select pg_temp.has_column('slots.gameplay_events', 'nonce', 'bigint');
select pg_temp.has_column('slots.gameplay_events', '_v', 'smallint NOT NULL DEFAULT 1');
select pg_temp.has_constraint('slots.gameplay_events', 'gameplay_events_pkey', 'PRIMARY KEY (session_id, event_index, "timestamp")');
select pg_temp.has_constraint('slots.gameplay_events', 'gameplay_events_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES slots.sessions(session_id)');
select pg_temp.has_index('slots.gameplay_events', 'gameplay_events_session_id_timestamp_idx', 'btree (session_id, "timestamp")');
select pg_temp.has_policy('slots.gameplay_events', 'owner_reads', 'select to authenticated using');
select pg_temp.has_policy('slots.gameplay_events', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.gameplay_events', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.gameplay_events', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.gameplay_events', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.gameplay_events', 'service_role', 'select');
select pg_temp.has_trigger('slots.gameplay_events', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.gameplay_events', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.gameplay_events', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_row('core.partitioned_tables', '{"period": "month", "table_name": "slots.gameplay_events"}');
select pg_temp.is_true(
  'slots.gameplay_events has a partition besides the default one',
  exists (select from core.partitions where table_name = 'slots.gameplay_events' and not is_default)
);
rollback;
