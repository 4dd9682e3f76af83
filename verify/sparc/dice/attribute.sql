-- Verify gamekeeper:sparc/dice/attribute on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.attribute', 'enum might, grace, wit, heart');
rollback;
