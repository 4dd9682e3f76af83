-- Verify gamekeeper:cards/documents/is_profile_event on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_profile_event(text)', '(type text) returns boolean');
select pg_temp.has_function_nature('cards.is_profile_event(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.is_profile_event(text)', 'nobody');
rollback;
