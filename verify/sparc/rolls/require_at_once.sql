-- Verify gamekeeper:sparc/rolls/require_at_once on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.require_at_once(text)', '(instead text) returns void');
select pg_temp.has_function_nature('sparc.require_at_once(text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('sparc.require_at_once(text)', 'nobody');
rollback;
