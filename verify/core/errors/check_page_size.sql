-- Verify gamekeeper:core/errors/check_page_size on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.check_page_size(integer)', '(page_size integer) returns integer');
select pg_temp.has_function_nature('core.check_page_size(integer)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.check_page_size(integer)', 'nobody');
rollback;
