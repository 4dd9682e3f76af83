-- Verify gamekeeper:slots/learning/full_rl_blocks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.full_rl_blocks', 'table, row level security');
select pg_temp.has_column('slots.full_rl_blocks', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.full_rl_blocks', 'first_index', 'bigint NOT NULL');
select pg_temp.has_column('slots.full_rl_blocks', 'steps', 'smallint NOT NULL');
select pg_temp.has_constraint('slots.full_rl_blocks', 'full_rl_blocks_pkey', 'PRIMARY KEY (session_id, first_index)');
select pg_temp.has_relation_grants('slots.full_rl_blocks', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.full_rl_blocks', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.full_rl_blocks', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.full_rl_blocks', 'service_role', 'nothing');
rollback;
