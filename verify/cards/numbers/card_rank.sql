-- Verify gamekeeper:cards/numbers/card_rank on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_rank(integer)', '(card integer) returns integer');
select pg_temp.has_function_nature('cards.card_rank(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_rank(integer)', 'nobody');
rollback;
