-- Verify gamekeeper:xp/boards/score_buckets on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.score_buckets(bigint)', '(xp bigint) returns TABLE(level integer, bucket bigint)');
select pg_temp.has_function_nature('xp.score_buckets(bigint)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.score_buckets(bigint)', 'nobody');
rollback;
