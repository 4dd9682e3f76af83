-- Verify gamekeeper:sparc/dice/check_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.check_roll(sparc.declared_rolls)', '(roll sparc.declared_rolls) returns void');
select pg_temp.has_function_nature('sparc.check_roll(sparc.declared_rolls)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('sparc.check_roll(sparc.declared_rolls)', 'nobody');
rollback;
