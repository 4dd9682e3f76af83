-- Verify gamekeeper:xp/ledger/register_user on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.register_user(text,text,text)', '(external_user_id text, reward_tz text, segment_key text DEFAULT NULL::text) returns xp.xp_users');
select pg_temp.has_function_nature('xp.register_user(text,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, TimeZone=UTC, search_path=pg_temp');
select pg_temp.has_function_grants('xp.register_user(text,text,text)', 'authenticated, service_role');
rollback;
