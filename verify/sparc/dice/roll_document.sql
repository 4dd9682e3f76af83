-- Verify gamekeeper:sparc/dice/roll_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.roll_document(sparc.declared_rolls)', '(roll sparc.declared_rolls) returns jsonb');
select pg_temp.has_function_nature('sparc.roll_document(sparc.declared_rolls)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('sparc.roll_document(sparc.declared_rolls)', 'nobody');
rollback;
