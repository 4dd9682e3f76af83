-- Verify gamekeeper:cards/lobby/require_lobby on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.require_lobby(cards.game_states)', '(game cards.game_states) returns void');
select pg_temp.has_function_nature('cards.require_lobby(cards.game_states)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.require_lobby(cards.game_states)', 'nobody');
rollback;
