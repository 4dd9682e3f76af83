-- Verify gamekeeper:sparc/rolls/roll_directly on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.dice_rolls', 'roll_directly', 'BEFORE INSERT FOR EACH ROW WHEN ((CURRENT_USER <> ''gamekeeper''::name)) EXECUTE FUNCTION sparc.roll_directly()');
select pg_temp.has_function('sparc.roll_directly()', '() returns trigger');
select pg_temp.has_function_nature('sparc.roll_directly()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.roll_directly()', 'nobody');
rollback;
