-- Verify gamekeeper:cards/rules/deck_hash on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.deck_hash(text,bytea)', '(round_seed text, deck bytea) returns text');
select pg_temp.has_function_nature('cards.deck_hash(text,bytea)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.deck_hash(text,bytea)', 'nobody');
rollback;
