-- Verify gamekeeper:cards/numbers/card_bit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_bit(integer)', '(card integer) returns bigint');
select pg_temp.has_function_nature('cards.card_bit(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_bit(integer)', 'nobody');
rollback;
