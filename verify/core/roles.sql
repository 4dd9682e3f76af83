-- Verify gamekeeper:core/roles on pg
begin;
\ir ../helpers.psql
select pg_temp.is_true('role gamekeeper exists', exists (select from pg_roles where rolname = 'gamekeeper'));
select pg_temp.is_true('role anon exists', exists (select from pg_roles where rolname = 'anon'));
select pg_temp.is_true('role authenticated exists', exists (select from pg_roles where rolname = 'authenticated'));
select pg_temp.is_true('role service_role exists', exists (select from pg_roles where rolname = 'service_role'));
select pg_temp.is_true('role gamekeeper_monitor exists', exists (select from pg_roles where rolname = 'gamekeeper_monitor'));
select pg_temp.is_true('nobody logs in as gamekeeper', not (select rolcanlogin from pg_roles where rolname = 'gamekeeper'));
select pg_temp.is_true('the deployer acts as gamekeeper', pg_has_role('gamekeeper', 'usage'));
rollback;
