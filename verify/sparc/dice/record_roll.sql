-- Verify gamekeeper:sparc/dice/record_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.dice_rolls', 'record_roll', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION sparc.record_roll()');
select pg_temp.has_function('sparc.record_roll()', '() returns trigger');
select pg_temp.has_function_nature('sparc.record_roll()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.record_roll()', 'nobody');
rollback;
