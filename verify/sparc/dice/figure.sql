-- Verify gamekeeper:sparc/dice/figure on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.figure', 'composite');
select pg_temp.has_column('sparc.figure', 'name', 'text');
select pg_temp.has_column('sparc.figure', 'dice', 'integer');
rollback;
