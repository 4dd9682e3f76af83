-- Verify gamekeeper:core/people/close_account on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.close_account()', '() returns core.closed_persons');
select pg_temp.has_function_nature('core.close_account()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.close_account()', 'authenticated, service_role');
rollback;
