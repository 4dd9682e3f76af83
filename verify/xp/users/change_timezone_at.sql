-- Verify gamekeeper:xp/users/change_timezone_at on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.change_timezone_at(text,text,timestamp with time zone)', '(external_user_id text, reward_tz text, at timestamp with time zone DEFAULT NULL::timestamp with time zone) returns xp.xp_timezone_changes');
select pg_temp.has_function_nature('xp.change_timezone_at(text,text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.change_timezone_at(text,text,timestamp with time zone)', 'nobody');
rollback;
