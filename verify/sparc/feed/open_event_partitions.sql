-- Verify gamekeeper:sparc/feed/open_event_partitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.open_event_partitions()', '() returns integer');
select pg_temp.has_function_nature('sparc.open_event_partitions()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.open_event_partitions()', 'service_role');
rollback;
