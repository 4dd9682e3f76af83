-- Verify gamekeeper:sparc/sessions/guard_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.guard_seat()', '() returns trigger');
select pg_temp.has_function_nature('sparc.guard_seat()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.guard_seat()', 'nobody');
select pg_temp.has_trigger('sparc.session_players', 'guard_seat', 'BEFORE INSERT OR UPDATE OF is_active, session_id, user_id, character_id FOR EACH ROW EXECUTE FUNCTION sparc.guard_seat()');
rollback;
