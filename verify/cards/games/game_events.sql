-- Verify gamekeeper:cards/games/game_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.game_events', 'table, row level security');
select pg_temp.has_column('cards.game_events', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_events', 'event_index', 'integer NOT NULL');
select pg_temp.has_column('cards.game_events', 'type', 'text NOT NULL');
select pg_temp.has_column('cards.game_events', 'payload', 'jsonb NOT NULL');
select pg_temp.has_column('cards.game_events', 'created_at', 'timestamp with time zone');
select pg_temp.has_constraint('cards.game_events', 'game_events_pkey', 'PRIMARY KEY (game_id, event_index)');
select pg_temp.has_constraint('cards.game_events', 'game_events_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_policy('cards.game_events', 'service_sees_events', 'select to service_role using');
select pg_temp.has_relation_grants('cards.game_events', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.game_events', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.game_events', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.game_events', 'service_role', 'select');
select pg_temp.has_trigger('cards.game_events', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('cards.game_events', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('cards.game_events', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
