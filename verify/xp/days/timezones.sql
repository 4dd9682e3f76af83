-- Verify gamekeeper:xp/days/timezones on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.timezones', 'table, row level security');
select pg_temp.has_column('xp.timezones', 'name', 'text NOT NULL');
select pg_temp.has_constraint('xp.timezones', 'timezones_pkey', 'PRIMARY KEY (name)');
select pg_temp.has_policy('xp.timezones', 'readable_by_all', 'select to anon, authenticated, service_role using');
select pg_temp.has_relation_grants('xp.timezones', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.timezones', 'anon', 'select');
select pg_temp.has_relation_grants('xp.timezones', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.timezones', 'service_role', 'select');
rollback;
