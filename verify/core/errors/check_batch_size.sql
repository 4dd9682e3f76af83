-- Verify gamekeeper:core/errors/check_batch_size on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.check_batch_size(text,integer)', '(field text, batch_size integer) returns integer');
select pg_temp.has_function_nature('core.check_batch_size(text,integer)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.check_batch_size(text,integer)', 'nobody');
rollback;
