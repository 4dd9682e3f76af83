-- Verify gamekeeper:sparc/characters/check_character_limit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.characters', 'enforce_character_limit', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION sparc.check_character_limit()');
select pg_temp.has_function('sparc.check_character_limit()', '() returns trigger');
select pg_temp.has_function_nature('sparc.check_character_limit()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.check_character_limit()', 'nobody');
rollback;
