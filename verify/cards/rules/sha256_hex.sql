-- Verify gamekeeper:cards/rules/sha256_hex on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.sha256_hex(text)', '(value text) returns text');
select pg_temp.has_function_nature('cards.sha256_hex(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.sha256_hex(text)', 'nobody');
rollback;
