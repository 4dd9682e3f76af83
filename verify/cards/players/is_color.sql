-- Verify gamekeeper:cards/players/is_color on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_color(text)', '(color text) returns boolean');
select pg_temp.has_function_nature('cards.is_color(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.is_color(text)', 'nobody');
rollback;
