-- Verify gamekeeper:sparc/sessions/guard_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.guard_session()', '() returns trigger');
select pg_temp.has_function_nature('sparc.guard_session()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.guard_session()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'guard_session', 'BEFORE UPDATE OF id, seer_id, adventure_id, code, is_public, max_players, looking_for, scheduled_start, status, current_scene_id, current_encounter_id, game_state, allow_late_join FOR EACH ROW EXECUTE FUNCTION sparc.guard_session()');
rollback;
