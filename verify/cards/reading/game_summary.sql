-- Verify gamekeeper:cards/reading/game_summary on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.game_summary(uuid)', '(game_id uuid) returns cards.summary_record');
select pg_temp.has_function_nature('cards.game_summary(uuid)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.game_summary(uuid)', 'authenticated, service_role');
select pg_temp.has_type('cards.summary_record', 'composite');
select pg_temp.has_column('cards.summary_record', 'game_id', 'uuid');
select pg_temp.has_column('cards.summary_record', 'session_seed', 'text');
select pg_temp.has_column('cards.summary_record', 'session_seed_hash', 'text');
select pg_temp.has_column('cards.summary_record', 'players', 'jsonb');
select pg_temp.has_column('cards.summary_record', 'rounds', 'jsonb');
select pg_temp.has_column('cards.summary_record', 'final_scores', 'jsonb');
select pg_temp.has_column('cards.summary_record', 'highest_bid', 'integer');
select pg_temp.has_column('cards.summary_record', 'highest_score', 'integer');
select pg_temp.has_column('cards.summary_record', 'lowest_score', 'integer');
select pg_temp.has_column('cards.summary_record', 'most_consecutive_wins', 'integer');
select pg_temp.has_column('cards.summary_record', 'most_consecutive_losses', 'integer');
select pg_temp.has_column('cards.summary_record', 'highest_misplay', 'integer');
select pg_temp.has_column('cards.summary_record', 'started_at', 'timestamp with time zone');
select pg_temp.has_column('cards.summary_record', 'completed_at', 'timestamp with time zone');
rollback;
