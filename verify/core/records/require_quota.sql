-- Verify gamekeeper:core/records/require_quota on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.require_quota(text,bigint)', '(setting text, present bigint) returns void');
select pg_temp.has_function_nature('core.require_quota(text,bigint)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.require_quota(text,bigint)', 'nobody');
rollback;
