-- Verify gamekeeper:core/people/erase_persons on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.erase_persons(uuid[],text)', '(person_ids uuid[], reason text) returns integer');
select pg_temp.has_function_nature('core.erase_persons(uuid[],text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.erase_persons(uuid[],text)', 'service_role');
rollback;
