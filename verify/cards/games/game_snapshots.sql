-- Verify gamekeeper:cards/games/game_snapshots on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.game_snapshots', 'table, row level security');
select pg_temp.has_column('cards.game_snapshots', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_snapshots', 'states', 'cards.table_state[] NOT NULL');
select pg_temp.has_constraint('cards.game_snapshots', 'game_snapshots_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('cards.game_snapshots', 'game_snapshots_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_relation_grants('cards.game_snapshots', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.game_snapshots', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.game_snapshots', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.game_snapshots', 'service_role', 'nothing');
rollback;
