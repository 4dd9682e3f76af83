-- Verify gamekeeper:cards/players/named_players on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.named_players(jsonb)', '(players jsonb) returns jsonb');
select pg_temp.has_function_nature('cards.named_players(jsonb)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('cards.named_players(jsonb)', 'nobody');
rollback;
