-- Verify gamekeeper:sparc/feed/record_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.record_session()', '() returns trigger');
select pg_temp.has_function_nature('sparc.record_session()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.record_session()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'record_session_insert', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION sparc.record_session()');
select pg_temp.has_trigger('sparc.sessions', 'record_session_update', 'AFTER UPDATE OF is_public, max_players, looking_for, scheduled_start, status, current_scene_id, current_encounter_id, game_state, allow_late_join, seer_id, offered_to FOR EACH ROW EXECUTE FUNCTION sparc.record_session()');
rollback;
