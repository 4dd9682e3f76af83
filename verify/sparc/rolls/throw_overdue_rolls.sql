-- Verify gamekeeper:sparc/rolls/throw_overdue_rolls on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.throw_overdue_rolls()', '() returns integer');
select pg_temp.has_function_nature('sparc.throw_overdue_rolls()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.throw_overdue_rolls()', 'service_role');
rollback;
