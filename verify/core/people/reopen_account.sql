-- Verify gamekeeper:core/people/reopen_account on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.reopen_account()', '() returns void');
select pg_temp.has_function_nature('core.reopen_account()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.reopen_account()', 'authenticated, service_role');
rollback;
