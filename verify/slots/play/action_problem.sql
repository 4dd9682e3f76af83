-- Verify gamekeeper:slots/play/action_problem on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.action_problem(text,boolean,text,boolean,boolean)', '(action_type text, brings_bet boolean, state text, is_bet_placed boolean, may_see boolean) returns text');
select pg_temp.has_function_nature('slots.action_problem(text,boolean,text,boolean,boolean)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.action_problem(text,boolean,text,boolean,boolean)', 'nobody');
rollback;
