-- Verify gamekeeper:xp/books/rebuild_books on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.rebuild_books()', '()');
select pg_temp.has_function_nature('xp.rebuild_books()', 'plpgsql, procedure, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.rebuild_books()', 'service_role');
rollback;
