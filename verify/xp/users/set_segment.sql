-- Verify gamekeeper:xp/users/set_segment on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.set_segment(bigint,text)', '(user_id bigint, segment_key text) returns xp.xp_users');
select pg_temp.has_function_nature('xp.set_segment(bigint,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.set_segment(bigint,text)', 'service_role');
rollback;
