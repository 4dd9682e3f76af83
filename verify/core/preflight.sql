-- Verify gamekeeper:core/preflight on pg
begin;
\ir ../helpers.psql
select pg_temp.is_true('the server is PostgreSQL 15 or newer', current_setting('server_version_num')::integer >= 150000);
rollback;
