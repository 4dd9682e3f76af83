-- Verify gamekeeper:sparc/dice/draw_dice on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.draw_dice(bytea,bytea,bigint,integer)', '(inner_block bytea, outer_block bytea, roll_number bigint, dice_count integer) returns integer[]');
select pg_temp.has_function_nature('sparc.draw_dice(bytea,bytea,bigint,integer)', 'plpgsql, stable, parallel safe, strict');
select pg_temp.has_function_grants('sparc.draw_dice(bytea,bytea,bigint,integer)', 'nobody');
rollback;
