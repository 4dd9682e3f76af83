-- Verify gamekeeper:slots/datasets/rl_dataset_steps on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.rl_dataset_steps', 'view, security_invoker=true');
select pg_temp.has_column('slots.rl_dataset_steps', 'dataset', 'text');
select pg_temp.has_column('slots.rl_dataset_steps', 'session_id', 'uuid');
select pg_temp.has_column('slots.rl_dataset_steps', 'event_index', 'bigint');
select pg_temp.has_column('slots.rl_dataset_steps', 'state', 'text');
select pg_temp.has_column('slots.rl_dataset_steps', 'action', 'text');
select pg_temp.has_column('slots.rl_dataset_steps', 'probability', 'double precision');
select pg_temp.has_column('slots.rl_dataset_steps', 'reward', 'double precision');
select pg_temp.has_column('slots.rl_dataset_steps', 'next_state', 'text');
select pg_temp.has_column('slots.rl_dataset_steps', 'is_chosen', 'boolean');
select pg_temp.has_relation_grants('slots.rl_dataset_steps', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dataset_steps', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dataset_steps', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_dataset_steps', 'service_role', 'nothing');
rollback;
