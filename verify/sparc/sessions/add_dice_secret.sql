-- Verify gamekeeper:sparc/sessions/add_dice_secret on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.add_dice_secret()', '() returns trigger');
select pg_temp.has_function_nature('sparc.add_dice_secret()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.add_dice_secret()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'add_dice_secret', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION sparc.add_dice_secret()');
rollback;
