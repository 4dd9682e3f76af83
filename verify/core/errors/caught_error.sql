-- Verify gamekeeper:core/errors/caught_error on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('core.caught_error', 'composite');
select pg_temp.has_column('core.caught_error', 'code', 'text');
select pg_temp.has_column('core.caught_error', 'sqlstate', 'text');
select pg_temp.has_column('core.caught_error', 'message', 'text');
select pg_temp.has_column('core.caught_error', 'detail', 'text');
rollback;
