-- Verify gamekeeper:core/chance/unbiased_index on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.unbiased_index(bigint,integer)', '(word bigint, size integer) returns integer');
select pg_temp.has_function_nature('core.unbiased_index(bigint,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('core.unbiased_index(bigint,integer)', 'nobody');
rollback;
