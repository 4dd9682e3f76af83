-- Verify gamekeeper:core/people/erase_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.erase_person(uuid,text,text)', '(person_id uuid, reason text, idempotency_key text DEFAULT NULL::text) returns core.closed_persons');
select pg_temp.has_function_nature('core.erase_person(uuid,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.erase_person(uuid,text,text)', 'service_role');
rollback;
