-- Verify gamekeeper:slots/sessions/action_refusal on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.action_refusal(text,boolean,text,boolean)', '(action_type text, brings_bet boolean, state text, is_bet_placed boolean) returns text');
select pg_temp.has_function_nature('slots.action_refusal(text,boolean,text,boolean)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.action_refusal(text,boolean,text,boolean)', 'nobody');
rollback;
