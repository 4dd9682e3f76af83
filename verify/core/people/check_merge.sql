-- Verify gamekeeper:core/people/check_merge on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.check_merge(uuid,uuid)', '(from_id uuid, into_id uuid) returns void');
select pg_temp.has_function_nature('core.check_merge(uuid,uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.check_merge(uuid,uuid)', 'nobody');
rollback;
