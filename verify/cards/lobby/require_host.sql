-- Verify gamekeeper:cards/lobby/require_host on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.require_host(cards.game_states,uuid)', '(game cards.game_states, player_id uuid) returns void');
select pg_temp.has_function_nature('cards.require_host(cards.game_states,uuid)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.require_host(cards.game_states,uuid)', 'nobody');
rollback;
