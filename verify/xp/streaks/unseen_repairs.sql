-- Verify gamekeeper:xp/streaks/unseen_repairs on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.unseen_repairs(xp.xp_users,jsonb)', '(account xp.xp_users, model_state jsonb) returns TABLE(user_id bigint, entry_no integer, first_day date)');
select pg_temp.has_function_nature('xp.unseen_repairs(xp.xp_users,jsonb)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('xp.unseen_repairs(xp.xp_users,jsonb)', 'nobody');
rollback;
