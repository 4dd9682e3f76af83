-- Verify gamekeeper:xp/claims/eligibility_at on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.eligibility_at(text,text,timestamp with time zone)', '(external_user_id text, policy_key text, at timestamp with time zone) returns xp.claim_eligibility');
select pg_temp.has_function_nature('xp.eligibility_at(text,text,timestamp with time zone)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.eligibility_at(text,text,timestamp with time zone)', 'nobody');
rollback;
