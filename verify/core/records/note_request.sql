-- Verify gamekeeper:core/records/note_request on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.note_request(text,text,jsonb,text)', '(function text, key text, arguments jsonb, made_id text) returns text');
select pg_temp.has_function_nature('core.note_request(text,text,jsonb,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.note_request(text,text,jsonb,text)', 'nobody');
rollback;
