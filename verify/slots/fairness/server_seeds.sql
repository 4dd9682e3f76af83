-- Verify gamekeeper:slots/fairness/server_seeds on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.server_seeds', 'table, row level security, fillfactor=70');
select pg_temp.has_column('slots.server_seeds', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.server_seeds', 'server_seed', 'bytea NOT NULL STATISTICS 0');
select pg_temp.has_column('slots.server_seeds', 'inner_block', 'bytea NOT NULL STATISTICS 0');
select pg_temp.has_column('slots.server_seeds', 'outer_block', 'bytea NOT NULL STATISTICS 0');
select pg_temp.has_column('slots.server_seeds', 'next_server_seed', 'bytea NOT NULL STATISTICS 0');
select pg_temp.has_column('slots.server_seeds', 'seeded_at', 'timestamp with time zone NOT NULL DEFAULT clock_timestamp()');
select pg_temp.has_constraint('slots.server_seeds', 'server_seeds_pkey', 'PRIMARY KEY (session_id)');
select pg_temp.has_constraint('slots.server_seeds', 'server_seeds_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES slots.sessions(session_id)');
select pg_temp.has_relation_grants('slots.server_seeds', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.server_seeds', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.server_seeds', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.server_seeds', 'service_role', 'nothing');
rollback;
