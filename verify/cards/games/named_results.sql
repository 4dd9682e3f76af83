-- Verify gamekeeper:cards/games/named_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.named_results', 'table, row level security');
select pg_temp.has_column('cards.named_results', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.named_results', 'players', 'jsonb NOT NULL');
select pg_temp.has_constraint('cards.named_results', 'named_results_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('cards.named_results', 'named_results_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.game_summaries(game_id)');
select pg_temp.has_relation_grants('cards.named_results', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.named_results', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.named_results', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.named_results', 'service_role', 'nothing');
rollback;
