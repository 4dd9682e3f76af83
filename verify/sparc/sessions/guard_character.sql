-- Verify gamekeeper:sparc/sessions/guard_character on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.characters', 'guard_character', 'BEFORE UPDATE OF id, user_id, class, name FOR EACH ROW EXECUTE FUNCTION sparc.guard_character()');
select pg_temp.has_function('sparc.guard_character()', '() returns trigger');
select pg_temp.has_function_nature('sparc.guard_character()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.guard_character()', 'nobody');
rollback;
