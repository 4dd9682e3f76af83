-- Verify gamekeeper:xp/claims/excused_days on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.excused_days(xp.xp_users,jsonb,date,date)', '(account xp.xp_users, definition jsonb, after_day date, before_day date) returns date[]');
select pg_temp.has_function_nature('xp.excused_days(xp.xp_users,jsonb,date,date)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('xp.excused_days(xp.xp_users,jsonb,date,date)', 'nobody');
rollback;
