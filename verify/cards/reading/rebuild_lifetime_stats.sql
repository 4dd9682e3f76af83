-- Verify gamekeeper:cards/reading/rebuild_lifetime_stats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.rebuild_lifetime_stats()', '() returns integer');
select pg_temp.has_function_nature('cards.rebuild_lifetime_stats()', 'plpgsql, volatile, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('cards.rebuild_lifetime_stats()', 'service_role');
rollback;
