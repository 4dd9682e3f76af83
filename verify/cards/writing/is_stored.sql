-- Verify gamekeeper:cards/writing/is_stored on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_stored(cards.game_events[])', '(events cards.game_events[]) returns boolean');
select pg_temp.has_function_nature('cards.is_stored(cards.game_events[])', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.is_stored(cards.game_events[])', 'nobody');
rollback;
