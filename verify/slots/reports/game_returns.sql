-- Verify gamekeeper:slots/reports/game_returns on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.game_returns', 'table, row level security');
select pg_temp.has_column('slots.game_returns', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.game_returns', 'currency', 'text NOT NULL');
select pg_temp.has_column('slots.game_returns', 'spins', 'bigint NOT NULL');
select pg_temp.has_column('slots.game_returns', 'stakes', 'numeric NOT NULL');
select pg_temp.has_column('slots.game_returns', 'stakes_squared', 'numeric NOT NULL');
select pg_temp.has_column('slots.game_returns', 'payouts', 'numeric NOT NULL');
select pg_temp.has_column('slots.game_returns', 'payouts_squared', 'numeric NOT NULL');
select pg_temp.has_column('slots.game_returns', 'stakes_by_payouts', 'numeric NOT NULL');
select pg_temp.has_constraint('slots.game_returns', 'game_returns_pkey', 'PRIMARY KEY (game_id, currency)');
select pg_temp.has_constraint('slots.game_returns', 'game_returns_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES slots.games(game_id)');
select pg_temp.has_relation_grants('slots.game_returns', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.game_returns', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.game_returns', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.game_returns', 'service_role', 'nothing');
rollback;
