-- Verify gamekeeper:cards/log/fold_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.fold_events(cards.game_events)', '(cards.game_events) returns cards.table_state');
select pg_temp.has_function_nature('cards.fold_events(cards.game_events)', 'internal, aggregate, immutable, parallel unsafe');
select pg_temp.has_function_grants('cards.fold_events(cards.game_events)', 'nobody');
rollback;
