-- Verify gamekeeper:sparc/characters/prepare_character on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.characters', 'prepare_character', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION sparc.prepare_character()');
select pg_temp.has_function('sparc.prepare_character()', '() returns trigger');
select pg_temp.has_function_nature('sparc.prepare_character()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.prepare_character()', 'nobody');
rollback;
