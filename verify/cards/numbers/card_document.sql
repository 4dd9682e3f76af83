-- Verify gamekeeper:cards/numbers/card_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_document(integer)', '(card integer) returns jsonb');
select pg_temp.has_function_nature('cards.card_document(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_document(integer)', 'nobody');
rollback;
