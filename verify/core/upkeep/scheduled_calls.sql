-- Verify gamekeeper:core/upkeep/scheduled_calls on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.scheduled_calls', 'table, row level security');
select pg_temp.has_column('core.scheduled_calls', 'job', 'text NOT NULL');
select pg_temp.has_column('core.scheduled_calls', 'command', 'text NOT NULL');
select pg_temp.has_constraint('core.scheduled_calls', 'scheduled_calls_pkey', 'PRIMARY KEY (job)');
select pg_temp.has_relation_grants('core.scheduled_calls', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.scheduled_calls', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.scheduled_calls', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.scheduled_calls', 'service_role', 'nothing');
rollback;
