-- Verify gamekeeper:cards/writing/is_stored on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_stored(uuid,integer,jsonb)', '(game_id uuid, first_index integer, events jsonb) returns boolean');
select pg_temp.has_function_nature('cards.is_stored(uuid,integer,jsonb)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.is_stored(uuid,integer,jsonb)', 'nobody');
rollback;
