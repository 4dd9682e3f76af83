-- Verify gamekeeper:xp/boards/rebuild_boards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.rebuild_boards()', '() returns bigint');
select pg_temp.has_function_nature('xp.rebuild_boards()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.rebuild_boards()', 'service_role');
rollback;
