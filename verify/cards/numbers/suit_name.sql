-- Verify gamekeeper:cards/numbers/suit_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.suit_name(integer)', '(suit integer) returns text');
select pg_temp.has_function_nature('cards.suit_name(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.suit_name(integer)', 'nobody');
rollback;
