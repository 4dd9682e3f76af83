-- Verify gamekeeper:core/records/setting on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.setting(text)', '(name text) returns jsonb');
select pg_temp.has_function_nature('core.setting(text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.setting(text)', 'nobody');
rollback;
