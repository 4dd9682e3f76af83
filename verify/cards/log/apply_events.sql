-- Verify gamekeeper:cards/log/apply_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.apply_events(cards.table_state,cards.game_events[])', '(state cards.table_state, events cards.game_events[]) returns cards.table_state');
select pg_temp.has_function_nature('cards.apply_events(cards.table_state,cards.game_events[])', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.apply_events(cards.table_state,cards.game_events[])', 'nobody');
rollback;
