-- Verify gamekeeper:slots/checks/check_text on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_text(text,text,integer)', '(field text, content text, longest integer) returns text');
select pg_temp.has_function_nature('slots.check_text(text,text,integer)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.check_text(text,text,integer)', 'nobody');
rollback;
