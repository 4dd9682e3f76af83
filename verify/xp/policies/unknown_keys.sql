-- Verify gamekeeper:xp/policies/unknown_keys on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.unknown_keys(text,jsonb,text[])', '(path text, value jsonb, known text[]) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.unknown_keys(text,jsonb,text[])', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.unknown_keys(text,jsonb,text[])', 'nobody');
rollback;
