-- Verify gamekeeper:cards/log/refuse_event on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.refuse_event(cards.game_events,text)', '(event cards.game_events, reason text) returns cards.table_state');
select pg_temp.has_function_nature('cards.refuse_event(cards.game_events,text)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.refuse_event(cards.game_events,text)', 'nobody');
rollback;
