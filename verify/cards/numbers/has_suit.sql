-- Verify gamekeeper:cards/numbers/has_suit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.has_suit(bigint,bigint,integer)', '(low bigint, high bigint, suit integer) returns boolean');
select pg_temp.has_function_nature('cards.has_suit(bigint,bigint,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.has_suit(bigint,bigint,integer)', 'nobody');
rollback;
