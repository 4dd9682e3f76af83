-- Verify gamekeeper:xp/ledger/earned on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.earned(bigint,bigint)', '(amount bigint, corrected bigint) returns bigint');
select pg_temp.has_function_nature('xp.earned(bigint,bigint)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.earned(bigint,bigint)', 'nobody');
rollback;
