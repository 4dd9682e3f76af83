-- Verify gamekeeper:sparc/feed/record_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.record_player()', '() returns trigger');
select pg_temp.has_function_nature('sparc.record_player()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.record_player()', 'nobody');
select pg_temp.has_trigger('sparc.session_players', 'record_player', 'AFTER INSERT OR DELETE OR UPDATE OF is_active FOR EACH ROW EXECUTE FUNCTION sparc.record_player()');
rollback;
