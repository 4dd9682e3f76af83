-- Verify gamekeeper:core/upkeep/schedule_call on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.schedule_call(text,text,text)', '(job text, schedule text, command text) returns boolean');
select pg_temp.has_function_nature('core.schedule_call(text,text,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.schedule_call(text,text,text)', 'nobody');
rollback;
