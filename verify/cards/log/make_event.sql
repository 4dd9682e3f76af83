-- Verify gamekeeper:cards/log/make_event on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.make_event(uuid,integer,text,jsonb)', '(game_id uuid, event_index integer, type text, payload jsonb) returns cards.game_events');
select pg_temp.has_function_nature('cards.make_event(uuid,integer,text,jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.make_event(uuid,integer,text,jsonb)', 'nobody');
rollback;
