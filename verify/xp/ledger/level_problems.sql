-- Verify gamekeeper:xp/ledger/level_problems on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.level_problems(bigint[])', '(levels bigint[]) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.level_problems(bigint[])', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.level_problems(bigint[])', 'nobody');
rollback;
