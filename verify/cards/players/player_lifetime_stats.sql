-- Verify gamekeeper:cards/players/player_lifetime_stats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.player_lifetime_stats', 'table, row level security');
select pg_temp.has_column('cards.player_lifetime_stats', 'player_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.player_lifetime_stats', 'games_played', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'games_won', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'highest_score', 'integer');
select pg_temp.has_column('cards.player_lifetime_stats', 'lowest_score', 'integer');
select pg_temp.has_column('cards.player_lifetime_stats', 'total_points', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'total_tricks_won', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'most_consecutive_wins', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'most_consecutive_losses', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'current_wins', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'current_losses', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'last_game_at', 'timestamp with time zone');
select pg_temp.has_column('cards.player_lifetime_stats', 'rated_games_played', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'rated_games_won', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'rated_total_points', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.player_lifetime_stats', 'rated_highest_score', 'integer');
select pg_temp.has_constraint('cards.player_lifetime_stats', 'player_lifetime_stats_pkey', 'PRIMARY KEY (player_id)');
select pg_temp.has_constraint('cards.player_lifetime_stats', 'player_lifetime_stats_player_id_fkey', 'FOREIGN KEY (player_id) REFERENCES cards.players(id)');
select pg_temp.has_index('cards.player_lifetime_stats', 'player_lifetime_stats_leaders_idx', 'btree (rated_games_won DESC, rated_total_points DESC, player_id) WHERE (rated_games_played > 0)');
select pg_temp.has_policy('cards.player_lifetime_stats', 'statistics_are_public', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('cards.player_lifetime_stats', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.player_lifetime_stats', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.player_lifetime_stats', 'authenticated', 'select');
select pg_temp.has_relation_grants('cards.player_lifetime_stats', 'service_role', 'select');
rollback;
