-- Verify gamekeeper:cards/games/is_spectator on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_spectator(cards.game_states,uuid)', '(game cards.game_states, player_id uuid) returns boolean');
select pg_temp.has_function_nature('cards.is_spectator(cards.game_states,uuid)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.is_spectator(cards.game_states,uuid)', 'nobody');
rollback;
