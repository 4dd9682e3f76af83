-- Verify gamekeeper:cards/log/read_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.read_events(uuid,integer,jsonb)', '(game_id uuid, first_index integer, events jsonb) returns cards.game_events[]');
select pg_temp.has_function_nature('cards.read_events(uuid,integer,jsonb)', 'plpgsql, volatile, parallel safe');
select pg_temp.has_function_grants('cards.read_events(uuid,integer,jsonb)', 'nobody');
rollback;
