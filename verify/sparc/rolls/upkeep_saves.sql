-- Verify gamekeeper:sparc/rolls/upkeep_saves on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.upkeep_saves()', '() returns integer');
select pg_temp.has_function_nature('sparc.upkeep_saves()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.upkeep_saves()', 'nobody');
rollback;
