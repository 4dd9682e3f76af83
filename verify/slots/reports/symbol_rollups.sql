-- Verify gamekeeper:slots/reports/symbol_rollups on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.symbol_rollups', 'table, row level security');
select pg_temp.has_column('slots.symbol_rollups', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.symbol_rollups', 'reel', 'integer NOT NULL');
select pg_temp.has_column('slots.symbol_rollups', 'symbol', 'text NOT NULL');
select pg_temp.has_column('slots.symbol_rollups', 'times', 'bigint NOT NULL');
select pg_temp.has_constraint('slots.symbol_rollups', 'symbol_rollups_pkey', 'PRIMARY KEY (game_id, reel, symbol)');
select pg_temp.has_constraint('slots.symbol_rollups', 'symbol_rollups_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES slots.games(game_id)');
select pg_temp.has_relation_grants('slots.symbol_rollups', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.symbol_rollups', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.symbol_rollups', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.symbol_rollups', 'service_role', 'nothing');
rollback;
