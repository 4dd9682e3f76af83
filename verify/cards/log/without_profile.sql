-- Verify gamekeeper:cards/log/without_profile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.without_profile(cards.game_events)', '(event cards.game_events) returns cards.game_events');
select pg_temp.has_function_nature('cards.without_profile(cards.game_events)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.without_profile(cards.game_events)', 'nobody');
rollback;
