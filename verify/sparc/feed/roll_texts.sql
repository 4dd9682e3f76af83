-- Verify gamekeeper:sparc/feed/roll_texts on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.roll_texts(text,text,jsonb)', '(character_name text, description text, modifiers jsonb) returns jsonb');
select pg_temp.has_function_nature('sparc.roll_texts(text,text,jsonb)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('sparc.roll_texts(text,text,jsonb)', 'nobody');
rollback;
