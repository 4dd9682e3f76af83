-- Verify gamekeeper:sparc/dice/guard_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.dice_rolls', 'guard_roll', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION sparc.guard_roll()');
select pg_temp.has_function('sparc.guard_roll()', '() returns trigger');
select pg_temp.has_function_nature('sparc.guard_roll()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.guard_roll()', 'nobody');
rollback;
