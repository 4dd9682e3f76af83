-- Verify gamekeeper:cards/numbers/card_id on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_id(integer)', '(card integer) returns text');
select pg_temp.has_function_nature('cards.card_id(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_id(integer)', 'nobody');
rollback;
