-- Verify gamekeeper:core/upkeep/upkeep_tasks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.upkeep_tasks', 'table, row level security');
select pg_temp.has_column('core.upkeep_tasks', 'task', 'text NOT NULL');
select pg_temp.has_column('core.upkeep_tasks', 'function', 'text NOT NULL');
select pg_temp.has_column('core.upkeep_tasks', 'meaning', 'text NOT NULL');
select pg_temp.has_column('core.upkeep_tasks', 'batch', 'bigint');
select pg_temp.has_column('core.upkeep_tasks', 'added_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('core.upkeep_tasks', 'ran_at', 'timestamp with time zone');
select pg_temp.has_column('core.upkeep_tasks', 'ok', 'boolean');
select pg_temp.has_column('core.upkeep_tasks', 'detail', 'text');
select pg_temp.has_column('core.upkeep_tasks', 'failing_since', 'timestamp with time zone');
select pg_temp.has_column('core.upkeep_tasks', 'last_seconds', 'double precision');
select pg_temp.has_column('core.upkeep_tasks', 'runs', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('core.upkeep_tasks', 'failed_runs', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('core.upkeep_tasks', 'seconds', 'double precision NOT NULL DEFAULT 0');
select pg_temp.has_constraint('core.upkeep_tasks', 'upkeep_tasks_pkey', 'PRIMARY KEY (task)');
select pg_temp.has_constraint('core.upkeep_tasks', 'upkeep_tasks_batch_check', 'CHECK ((batch > 0))');
select pg_temp.has_relation_grants('core.upkeep_tasks', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.upkeep_tasks', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.upkeep_tasks', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.upkeep_tasks', 'service_role', 'nothing');
rollback;
