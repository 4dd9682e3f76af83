-- Verify gamekeeper:xp/books/rebuild_boards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.rebuild_boards()', '()');
select pg_temp.has_function_nature('xp.rebuild_boards()', 'plpgsql, procedure, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.rebuild_boards()', 'service_role');
rollback;
