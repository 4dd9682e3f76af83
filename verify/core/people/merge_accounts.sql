-- Verify gamekeeper:core/people/merge_accounts on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.merge_accounts(uuid,uuid,text)', '(from_id uuid, into_id uuid, idempotency_key text DEFAULT NULL::text) returns core.closed_persons');
select pg_temp.has_function_nature('core.merge_accounts(uuid,uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.merge_accounts(uuid,uuid,text)', 'service_role');
rollback;
