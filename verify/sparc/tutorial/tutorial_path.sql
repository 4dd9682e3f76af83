-- Verify gamekeeper:sparc/tutorial/tutorial_path on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.tutorial_path', 'enum player, seer');
rollback;
