-- Verify gamekeeper:slots/fairness/seed_rotation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.seed_rotation', 'composite');
select pg_temp.has_column('slots.seed_rotation', 'seed_no', 'integer');
select pg_temp.has_column('slots.seed_rotation', 'server_seed', 'bytea');
select pg_temp.has_column('slots.seed_rotation', 'server_seed_hash', 'bytea');
select pg_temp.has_column('slots.seed_rotation', 'client_seed', 'text');
select pg_temp.has_column('slots.seed_rotation', 'spins', 'bigint');
select pg_temp.has_column('slots.seed_rotation', 'next_server_seed_hash', 'bytea');
select pg_temp.has_column('slots.seed_rotation', 'next_client_seed', 'text');
rollback;
