-- Verify gamekeeper:cards/numbers/card_suit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_suit(integer)', '(card integer) returns integer');
select pg_temp.has_function_nature('cards.card_suit(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_suit(integer)', 'nobody');
rollback;
