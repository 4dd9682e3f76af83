-- Verify gamekeeper:core/records/audit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.audit()', '() returns trigger');
select pg_temp.has_function_nature('core.audit()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.audit()', 'nobody');
rollback;
