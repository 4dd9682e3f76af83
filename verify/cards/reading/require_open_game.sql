-- Verify gamekeeper:cards/reading/require_open_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.require_open_game(uuid)', '(game_id uuid) returns void');
select pg_temp.has_function_nature('cards.require_open_game(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.require_open_game(uuid)', 'nobody');
rollback;
