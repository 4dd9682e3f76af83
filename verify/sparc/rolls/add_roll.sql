-- Verify gamekeeper:sparc/rolls/add_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.add_roll(sparc.declared_rolls,boolean)', '(roll sparc.declared_rolls, at_once boolean) returns sparc.declared_rolls');
select pg_temp.has_function_nature('sparc.add_roll(sparc.declared_rolls,boolean)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.add_roll(sparc.declared_rolls,boolean)', 'nobody');
rollback;
