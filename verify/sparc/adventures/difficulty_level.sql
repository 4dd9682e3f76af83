-- Verify gamekeeper:sparc/adventures/difficulty_level on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.difficulty_level', 'enum easy, medium, hard');
rollback;
