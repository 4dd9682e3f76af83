-- Verify gamekeeper:sparc/adventures/adventure_status on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.adventure_status', 'enum draft, published, archived');
rollback;
