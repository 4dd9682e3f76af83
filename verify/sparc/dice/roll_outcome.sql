-- Verify gamekeeper:sparc/dice/roll_outcome on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.roll_outcome', 'enum critical_success, success, failure, critical_failure');
rollback;
