-- Verify gamekeeper:cards/games/game_departures on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.game_departures', 'table, row level security');
select pg_temp.has_column('cards.game_departures', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_departures', 'player_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_departures', 'is_kicked', 'boolean NOT NULL');
select pg_temp.has_column('cards.game_departures', 'is_banned', 'boolean NOT NULL');
select pg_temp.has_constraint('cards.game_departures', 'game_departures_pkey', 'PRIMARY KEY (game_id, player_id)');
select pg_temp.has_constraint('cards.game_departures', 'game_departures_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_constraint('cards.game_departures', 'game_departures_player_id_fkey', 'FOREIGN KEY (player_id) REFERENCES cards.players(id)');
select pg_temp.has_constraint('cards.game_departures', 'game_departures_banned_is_kicked', 'CHECK ((is_kicked OR (NOT is_banned)))');
select pg_temp.has_index('cards.game_departures', 'game_departures_player_id_idx', 'btree (player_id)');
select pg_temp.has_relation_grants('cards.game_departures', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.game_departures', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.game_departures', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.game_departures', 'service_role', 'nothing');
rollback;
