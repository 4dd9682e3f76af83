-- Verify gamekeeper:sparc/adventures/apply_waiting_tallies on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.apply_waiting_tallies()', '() returns integer');
select pg_temp.has_function_nature('sparc.apply_waiting_tallies()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.apply_waiting_tallies()', 'service_role');
rollback;
