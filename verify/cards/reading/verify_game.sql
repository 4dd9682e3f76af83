-- Verify gamekeeper:cards/reading/verify_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.game_problem', 'composite');
select pg_temp.has_column('cards.game_problem', 'event_index', 'integer');
select pg_temp.has_column('cards.game_problem', 'problem', 'text');
select pg_temp.has_function('cards.verify_game(uuid)', '(game_id uuid) returns SETOF cards.game_problem');
select pg_temp.has_function_nature('cards.verify_game(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.verify_game(uuid)', 'authenticated, service_role');
rollback;
