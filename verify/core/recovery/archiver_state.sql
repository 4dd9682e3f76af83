-- Verify gamekeeper:core/recovery/archiver_state on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.archiver_state()', '() returns TABLE(is_on boolean, segments_behind bigint, archived_at timestamp with time zone, failed_at timestamp with time zone, failed_segment text)');
select pg_temp.has_function_nature('core.archiver_state()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.archiver_state()', 'nobody');
rollback;
