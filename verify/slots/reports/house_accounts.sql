-- Verify gamekeeper:slots/reports/house_accounts on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.house_accounts', 'table, row level security');
select pg_temp.has_column('slots.house_accounts', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.house_accounts', 'currency', 'text NOT NULL');
select pg_temp.has_column('slots.house_accounts', 'balance', 'numeric NOT NULL');
select pg_temp.has_constraint('slots.house_accounts', 'house_accounts_pkey', 'PRIMARY KEY (game_id, currency)');
select pg_temp.has_constraint('slots.house_accounts', 'house_accounts_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES slots.games(game_id)');
select pg_temp.has_relation_grants('slots.house_accounts', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.house_accounts', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.house_accounts', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.house_accounts', 'service_role', 'nothing');
rollback;
