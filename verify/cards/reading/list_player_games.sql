-- Verify gamekeeper:cards/reading/list_player_games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.list_player_games(uuid,uuid,integer)', '(player_id uuid, after uuid DEFAULT NULL::uuid, page_size integer DEFAULT 50) returns SETOF cards.player_game_record');
select pg_temp.has_function_nature('cards.list_player_games(uuid,uuid,integer)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.list_player_games(uuid,uuid,integer)', 'authenticated, service_role');
select pg_temp.has_type('cards.player_game_record', 'composite');
select pg_temp.has_column('cards.player_game_record', 'game_id', 'uuid');
select pg_temp.has_column('cards.player_game_record', 'status', 'text');
select pg_temp.has_column('cards.player_game_record', 'score', 'integer');
select pg_temp.has_column('cards.player_game_record', 'tricks_won', 'integer');
select pg_temp.has_column('cards.player_game_record', 'is_winner', 'boolean');
select pg_temp.has_column('cards.player_game_record', 'completed_at', 'timestamp with time zone');
select pg_temp.has_column('cards.player_game_record', 'created_at', 'timestamp with time zone');
rollback;
