-- Verify gamekeeper:core/people/erase_ids on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.erase_ids(uuid,text,uuid)', '(person_id uuid, reason text, deleted_id uuid DEFAULT NULL::uuid) returns core.closed_persons');
select pg_temp.has_function_nature('core.erase_ids(uuid,text,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.erase_ids(uuid,text,uuid)', 'nobody');
rollback;
