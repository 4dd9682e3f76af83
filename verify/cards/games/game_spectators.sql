-- Verify gamekeeper:cards/games/game_spectators on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.game_spectators', 'table, row level security');
select pg_temp.has_column('cards.game_spectators', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_spectators', 'player_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_spectators', 'created_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_constraint('cards.game_spectators', 'game_spectators_pkey', 'PRIMARY KEY (game_id, player_id)');
select pg_temp.has_constraint('cards.game_spectators', 'game_spectators_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_constraint('cards.game_spectators', 'game_spectators_player_id_fkey', 'FOREIGN KEY (player_id) REFERENCES cards.players(id)');
select pg_temp.has_index('cards.game_spectators', 'game_spectators_player_id_idx', 'btree (player_id)');
select pg_temp.has_relation_grants('cards.game_spectators', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.game_spectators', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.game_spectators', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.game_spectators', 'service_role', 'nothing');
rollback;
