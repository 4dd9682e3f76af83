-- Verify gamekeeper:cards/rules/is_player_id on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_player_id(jsonb)', '(value jsonb) returns boolean');
select pg_temp.has_function_nature('cards.is_player_id(jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.is_player_id(jsonb)', 'nobody');
rollback;
