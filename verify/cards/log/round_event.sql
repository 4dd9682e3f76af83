-- Verify gamekeeper:cards/log/round_event on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.round_event(uuid,cards.table_state)', '(game_id uuid, state cards.table_state) returns cards.game_events');
select pg_temp.has_function_nature('cards.round_event(uuid,cards.table_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.round_event(uuid,cards.table_state)', 'nobody');
rollback;
