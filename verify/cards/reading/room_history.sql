-- Verify gamekeeper:cards/reading/room_history on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.history_record', 'composite');
select pg_temp.has_column('cards.history_record', 'game_id', 'uuid');
select pg_temp.has_column('cards.history_record', 'players', 'jsonb');
select pg_temp.has_column('cards.history_record', 'started_at', 'timestamp with time zone');
select pg_temp.has_column('cards.history_record', 'completed_at', 'timestamp with time zone');
select pg_temp.has_function('cards.room_history(uuid,integer)', '(after uuid DEFAULT NULL::uuid, page_size integer DEFAULT 50) returns SETOF cards.history_record');
select pg_temp.has_function_nature('cards.room_history(uuid,integer)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.room_history(uuid,integer)', 'authenticated, service_role');
rollback;
