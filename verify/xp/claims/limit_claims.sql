-- Verify gamekeeper:xp/claims/limit_claims on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.limit_claims(xp.xp_awards,boolean,timestamp with time zone)', '(award xp.xp_awards, is_new boolean, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('xp.limit_claims(xp.xp_awards,boolean,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.limit_claims(xp.xp_awards,boolean,timestamp with time zone)', 'nobody');
rollback;
