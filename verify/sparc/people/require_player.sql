-- Verify gamekeeper:sparc/people/require_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.require_player()', '() returns uuid');
select pg_temp.has_function_nature('sparc.require_player()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.require_player()', 'nobody');
rollback;
