-- Verify gamekeeper:cards/numbers/card_code on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_code(text)', '(card_id text) returns integer');
select pg_temp.has_function_nature('cards.card_code(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_code(text)', 'nobody');
rollback;
