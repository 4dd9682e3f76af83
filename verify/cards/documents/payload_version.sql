-- Verify gamekeeper:cards/documents/payload_version on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.payload_version(text)', '(type text) returns integer');
select pg_temp.has_function_nature('cards.payload_version(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.payload_version(text)', 'nobody');
rollback;
