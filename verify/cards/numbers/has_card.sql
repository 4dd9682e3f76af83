-- Verify gamekeeper:cards/numbers/has_card on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.has_card(bigint,bigint,integer)', '(low bigint, high bigint, card integer) returns boolean');
select pg_temp.has_function_nature('cards.has_card(bigint,bigint,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.has_card(bigint,bigint,integer)', 'nobody');
rollback;
