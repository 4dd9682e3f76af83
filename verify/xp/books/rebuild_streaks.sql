-- Verify gamekeeper:xp/books/rebuild_streaks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.rebuild_streaks()', '() returns bigint');
select pg_temp.has_function_nature('xp.rebuild_streaks()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.rebuild_streaks()', 'service_role');
rollback;
