-- Verify gamekeeper:sparc/dice/dice_from_bytes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.dice_from_bytes(bytea)', '(entropy bytea) returns integer[]');
select pg_temp.has_function_nature('sparc.dice_from_bytes(bytea)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('sparc.dice_from_bytes(bytea)', 'nobody');
rollback;
