-- Verify gamekeeper:sparc/dice/draw_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.draw_roll(sparc.declared_rolls,timestamp with time zone)', '(roll sparc.declared_rolls, at timestamp with time zone) returns sparc.dice_rolls');
select pg_temp.has_function_nature('sparc.draw_roll(sparc.declared_rolls,timestamp with time zone)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('sparc.draw_roll(sparc.declared_rolls,timestamp with time zone)', 'nobody');
rollback;
