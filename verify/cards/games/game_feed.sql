-- Verify gamekeeper:cards/games/game_feed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.game_feed', 'table, row level security, fillfactor=50');
select pg_temp.has_column('cards.game_feed', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_feed', 'next_index', 'integer NOT NULL');
select pg_temp.has_column('cards.game_feed', 'turn_player_id', 'uuid');
select pg_temp.has_column('cards.game_feed', 'member_ids', 'uuid[] NOT NULL');
select pg_temp.has_constraint('cards.game_feed', 'game_feed_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('cards.game_feed', 'game_feed_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_policy('cards.game_feed', 'service_sees_feed', 'select to service_role using');
select pg_temp.has_policy('cards.game_feed', 'visible_to_members', 'select to authenticated using');
select pg_temp.has_relation_grants('cards.game_feed', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.game_feed', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.game_feed', 'authenticated', 'select (game_id, next_index, turn_player_id)');
select pg_temp.has_relation_grants('cards.game_feed', 'service_role', 'select (game_id, next_index, turn_player_id)');
select pg_temp.has_trigger('cards.game_feed', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('cards.game_feed', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
rollback;
