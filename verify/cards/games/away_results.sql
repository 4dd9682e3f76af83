-- Verify gamekeeper:cards/games/away_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.away_results', 'table, row level security');
select pg_temp.has_column('cards.away_results', 'player_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.away_results', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.away_results', 'score', 'integer NOT NULL');
select pg_temp.has_column('cards.away_results', 'tricks_won', 'integer NOT NULL');
select pg_temp.has_column('cards.away_results', 'is_winner', 'boolean NOT NULL');
select pg_temp.has_column('cards.away_results', 'is_rated', 'boolean NOT NULL');
select pg_temp.has_column('cards.away_results', 'is_public', 'boolean NOT NULL');
select pg_temp.has_column('cards.away_results', 'member_ids', 'uuid[] NOT NULL');
select pg_temp.has_column('cards.away_results', 'career_index', 'integer');
select pg_temp.has_column('cards.away_results', 'created_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('cards.away_results', 'completed_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_constraint('cards.away_results', 'away_results_pkey', 'PRIMARY KEY (player_id, game_id)');
select pg_temp.has_constraint('cards.away_results', 'away_results_player_id_fkey', 'FOREIGN KEY (player_id) REFERENCES cards.players(id)');
select pg_temp.has_relation_grants('cards.away_results', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.away_results', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.away_results', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.away_results', 'service_role', 'nothing');
rollback;
