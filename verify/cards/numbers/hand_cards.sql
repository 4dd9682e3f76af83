-- Verify gamekeeper:cards/numbers/hand_cards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.hand_cards(bigint,bigint)', '(low bigint, high bigint) returns integer[]');
select pg_temp.has_function_nature('cards.hand_cards(bigint,bigint)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.hand_cards(bigint,bigint)', 'nobody');
rollback;
