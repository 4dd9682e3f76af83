-- Verify gamekeeper:core/upkeep/health_checks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.health_checks', 'table, row level security');
select pg_temp.has_column('core.health_checks', 'name', 'text NOT NULL');
select pg_temp.has_column('core.health_checks', 'function', 'text NOT NULL');
select pg_temp.has_column('core.health_checks', 'meaning', 'text NOT NULL');
select pg_temp.has_constraint('core.health_checks', 'health_checks_pkey', 'PRIMARY KEY (name)');
select pg_temp.has_relation_grants('core.health_checks', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.health_checks', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.health_checks', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.health_checks', 'service_role', 'nothing');
rollback;
