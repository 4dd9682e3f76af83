-- Verify gamekeeper:sparc/dice/throw_dice on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.throw_dice(integer)', '(dice_count integer) returns integer[]');
select pg_temp.has_function_nature('sparc.throw_dice(integer)', 'plpgsql, volatile, parallel safe');
select pg_temp.has_function_grants('sparc.throw_dice(integer)', 'nobody');
rollback;
