-- Verify gamekeeper:xp/ledger/level_at on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.level_at(bigint)', '(lifetime_xp bigint) returns integer');
select pg_temp.has_function_nature('xp.level_at(bigint)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('xp.level_at(bigint)', 'nobody');
rollback;
