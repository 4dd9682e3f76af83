-- Verify gamekeeper:xp/claims/claim_at on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.claim_at(text,text,uuid,timestamp with time zone,text)', '(external_user_id text, policy_key text, correlation_id uuid, at timestamp with time zone DEFAULT NULL::timestamp with time zone, actor text DEFAULT NULL::text) returns xp.claim_receipt');
select pg_temp.has_function_nature('xp.claim_at(text,text,uuid,timestamp with time zone,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.claim_at(text,text,uuid,timestamp with time zone,text)', 'nobody');
rollback;
