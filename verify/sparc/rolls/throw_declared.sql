-- Verify gamekeeper:sparc/rolls/throw_declared on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.throw_declared(sparc.declared_rolls)', '(roll sparc.declared_rolls) returns sparc.dice_rolls');
select pg_temp.has_function_nature('sparc.throw_declared(sparc.declared_rolls)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.throw_declared(sparc.declared_rolls)', 'nobody');
rollback;
