-- Verify gamekeeper:cards/play/can_forfeit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.can_forfeit(cards.game_states)', '(game cards.game_states) returns boolean');
select pg_temp.has_function_nature('cards.can_forfeit(cards.game_states)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.can_forfeit(cards.game_states)', 'nobody');
rollback;
