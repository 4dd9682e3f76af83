-- Verify gamekeeper:slots/training/rl_priorities on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.rl_greatest_priority', 'table, row level security');
select pg_temp.has_column('slots.rl_greatest_priority', 'is_only', 'boolean NOT NULL DEFAULT true');
select pg_temp.has_column('slots.rl_greatest_priority', 'priority', 'double precision NOT NULL');
select pg_temp.has_constraint('slots.rl_greatest_priority', 'rl_greatest_priority_pkey', 'PRIMARY KEY (is_only)');
select pg_temp.has_constraint('slots.rl_greatest_priority', 'rl_greatest_priority_is_only', 'CHECK (is_only)');
select pg_temp.has_relation_grants('slots.rl_greatest_priority', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_greatest_priority', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_greatest_priority', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_greatest_priority', 'service_role', 'nothing');
select pg_temp.has_relation('slots.rl_priorities', 'table, row level security, fillfactor=70');
select pg_temp.has_column('slots.rl_priorities', 'block_no', 'bigint NOT NULL');
select pg_temp.has_column('slots.rl_priorities', 'priorities', 'double precision[] NOT NULL');
select pg_temp.has_constraint('slots.rl_priorities', 'rl_priorities_pkey', 'PRIMARY KEY (block_no)');
select pg_temp.has_relation_grants('slots.rl_priorities', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_priorities', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_priorities', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_priorities', 'service_role', 'nothing');
select pg_temp.has_row('slots.rl_greatest_priority', '{"is_only": true}');
rollback;
