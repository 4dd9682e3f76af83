-- Verify gamekeeper:cards/numbers/card_deck on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_deck(integer)', '(card integer) returns integer');
select pg_temp.has_function_nature('cards.card_deck(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_deck(integer)', 'nobody');
rollback;
