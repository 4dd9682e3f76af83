-- Verify gamekeeper:cards/reading/my_games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.my_game_record', 'composite');
select pg_temp.has_column('cards.my_game_record', 'game_id', 'uuid');
select pg_temp.has_column('cards.my_game_record', 'join_code', 'text');
select pg_temp.has_column('cards.my_game_record', 'status', 'text');
select pg_temp.has_column('cards.my_game_record', 'is_public', 'boolean');
select pg_temp.has_column('cards.my_game_record', 'is_host', 'boolean');
select pg_temp.has_column('cards.my_game_record', 'seat_index', 'integer');
select pg_temp.has_column('cards.my_game_record', 'turn_player_id', 'uuid');
select pg_temp.has_column('cards.my_game_record', 'is_my_turn', 'boolean');
select pg_temp.has_column('cards.my_game_record', 'turn_deadline', 'timestamp with time zone');
select pg_temp.has_column('cards.my_game_record', 'last_event_at', 'timestamp with time zone');
select pg_temp.has_function('cards.my_games(uuid,integer)', '(after uuid DEFAULT NULL::uuid, page_size integer DEFAULT 50) returns SETOF cards.my_game_record');
select pg_temp.has_function_nature('cards.my_games(uuid,integer)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.my_games(uuid,integer)', 'authenticated, service_role');
rollback;
