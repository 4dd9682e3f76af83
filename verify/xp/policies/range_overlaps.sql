-- Verify gamekeeper:xp/policies/range_overlaps on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.range_overlaps(text,jsonb)', '(path text, ranges jsonb) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.range_overlaps(text,jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.range_overlaps(text,jsonb)', 'nobody');
rollback;
