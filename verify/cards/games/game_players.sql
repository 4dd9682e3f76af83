-- Verify gamekeeper:cards/games/game_players on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.game_players', 'table, row level security');
select pg_temp.has_column('cards.game_players', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_players', 'player_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_players', 'is_live', 'boolean NOT NULL DEFAULT true');
select pg_temp.has_column('cards.game_players', 'score', 'integer');
select pg_temp.has_column('cards.game_players', 'tricks_won', 'integer');
select pg_temp.has_column('cards.game_players', 'is_winner', 'boolean');
select pg_temp.has_column('cards.game_players', 'is_rated', 'boolean');
select pg_temp.has_column('cards.game_players', 'career_index', 'integer');
select pg_temp.has_constraint('cards.game_players', 'game_players_pkey', 'PRIMARY KEY (game_id, player_id)');
select pg_temp.has_constraint('cards.game_players', 'game_players_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_constraint('cards.game_players', 'game_players_player_id_fkey', 'FOREIGN KEY (player_id) REFERENCES cards.players(id)');
select pg_temp.has_index('cards.game_players', 'game_players_live_idx', 'btree (player_id) WHERE is_live');
select pg_temp.has_index('cards.game_players', 'game_players_player_id_idx', 'btree (player_id, game_id DESC)');
select pg_temp.has_relation_grants('cards.game_players', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.game_players', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.game_players', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.game_players', 'service_role', 'nothing');
rollback;
