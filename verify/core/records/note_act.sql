-- Verify gamekeeper:core/records/note_act on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.note_act(text,jsonb,jsonb)', '(table_name text, before jsonb, after jsonb) returns void');
select pg_temp.has_function_nature('core.note_act(text,jsonb,jsonb)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.note_act(text,jsonb,jsonb)', 'nobody');
rollback;
