-- Verify gamekeeper:sparc/dice/repeated_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.repeated_roll(sparc.declared_rolls)', '(asked sparc.declared_rolls) returns sparc.declared_rolls');
select pg_temp.has_function_nature('sparc.repeated_roll(sparc.declared_rolls)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('sparc.repeated_roll(sparc.declared_rolls)', 'nobody');
rollback;
