-- Verify gamekeeper:sparc/seer/kick_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.kick_player(uuid,uuid)', '(session_id uuid, user_id uuid) returns sparc.session_players');
select pg_temp.has_function_nature('sparc.kick_player(uuid,uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.kick_player(uuid,uuid)', 'authenticated, service_role');
rollback;
