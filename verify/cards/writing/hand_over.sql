-- Verify gamekeeper:cards/writing/hand_over on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.hand_over(cards.game_players,uuid)', '(result cards.game_players, owner_id uuid) returns void');
select pg_temp.has_function_nature('cards.hand_over(cards.game_players,uuid)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.hand_over(cards.game_players,uuid)', 'nobody');
rollback;
