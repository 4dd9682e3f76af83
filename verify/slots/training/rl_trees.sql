-- Verify gamekeeper:slots/training/rl_trees on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.rl_exponents', 'table, row level security');
select pg_temp.has_column('slots.rl_exponents', 'alpha', 'double precision NOT NULL');
select pg_temp.has_constraint('slots.rl_exponents', 'rl_exponents_pkey', 'PRIMARY KEY (alpha)');
select pg_temp.has_relation_grants('slots.rl_exponents', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_exponents', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_exponents', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_exponents', 'service_role', 'nothing');
select pg_temp.has_relation('slots.rl_trees', 'table, row level security, fillfactor=70');
select pg_temp.has_column('slots.rl_trees', 'alpha', 'double precision NOT NULL');
select pg_temp.has_column('slots.rl_trees', 'level', 'smallint NOT NULL');
select pg_temp.has_column('slots.rl_trees', 'node_no', 'bigint NOT NULL');
select pg_temp.has_column('slots.rl_trees', 'totals', 'double precision[] NOT NULL');
select pg_temp.has_column('slots.rl_trees', 'sums', 'double precision[] NOT NULL');
select pg_temp.has_column('slots.rl_trees', 'least', 'double precision NOT NULL');
select pg_temp.has_constraint('slots.rl_trees', 'rl_trees_pkey', 'PRIMARY KEY (alpha, level, node_no)');
select pg_temp.has_constraint('slots.rl_trees', 'rl_trees_alpha_fkey', 'FOREIGN KEY (alpha) REFERENCES slots.rl_exponents(alpha)');
select pg_temp.has_relation_grants('slots.rl_trees', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_trees', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_trees', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_trees', 'service_role', 'nothing');
rollback;
