-- Verify gamekeeper:cards/players/is_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_name(text)', '(name text) returns boolean');
select pg_temp.has_function_nature('cards.is_name(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.is_name(text)', 'nobody');
rollback;
