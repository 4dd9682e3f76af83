-- Verify gamekeeper:xp/ledger/grant_xp on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.grant_xp(bigint,bigint,text,uuid,jsonb,text,text)', '(user_id bigint, amount bigint, reason text, correlation_id uuid, metadata jsonb DEFAULT ''{}''::jsonb, kind text DEFAULT NULL::text, season_id text DEFAULT NULL::text) returns xp.grant_receipt');
select pg_temp.has_function_nature('xp.grant_xp(bigint,bigint,text,uuid,jsonb,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.grant_xp(bigint,bigint,text,uuid,jsonb,text,text)', 'service_role');
rollback;
