-- Verify gamekeeper:slots/reports/game_rollups on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.game_rollups', 'table, row level security');
select pg_temp.has_column('slots.game_rollups', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.game_rollups', 'spins', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('slots.game_rollups', 'multipliers', 'numeric NOT NULL DEFAULT 0');
select pg_temp.has_column('slots.game_rollups', 'multipliers_squared', 'numeric NOT NULL DEFAULT 0');
select pg_temp.has_column('slots.game_rollups', 'digest', 'text NOT NULL DEFAULT ''cbf29ce484222325''::text');
select pg_temp.has_column('slots.game_rollups', 'pending_bets', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('slots.game_rollups', 'rolled_up_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_constraint('slots.game_rollups', 'game_rollups_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('slots.game_rollups', 'game_rollups_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES slots.games(game_id)');
select pg_temp.has_relation_grants('slots.game_rollups', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.game_rollups', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.game_rollups', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.game_rollups', 'service_role', 'nothing');
rollback;
