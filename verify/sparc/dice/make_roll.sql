-- Verify gamekeeper:sparc/dice/make_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.dice_rolls', 'make_roll', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION sparc.make_roll()');
select pg_temp.has_function('sparc.make_roll()', '() returns trigger');
select pg_temp.has_function_nature('sparc.make_roll()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.make_roll()', 'nobody');
rollback;
