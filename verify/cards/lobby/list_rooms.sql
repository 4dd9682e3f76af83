-- Verify gamekeeper:cards/lobby/list_rooms on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.list_rooms(uuid,integer)', '(after uuid DEFAULT NULL::uuid, page_size integer DEFAULT 50) returns SETOF cards.room_record');
select pg_temp.has_function_nature('cards.list_rooms(uuid,integer)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.list_rooms(uuid,integer)', 'authenticated, service_role');
select pg_temp.has_type('cards.room_record', 'composite');
select pg_temp.has_column('cards.room_record', 'game_id', 'uuid');
select pg_temp.has_column('cards.room_record', 'join_code', 'text');
select pg_temp.has_column('cards.room_record', 'max_players', 'integer');
select pg_temp.has_column('cards.room_record', 'current_players', 'integer');
select pg_temp.has_column('cards.room_record', 'created_at', 'timestamp with time zone');
rollback;
