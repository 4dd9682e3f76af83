-- Verify gamekeeper:cards/numbers/hand_at on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.hand_at(integer,integer)', '(seat integer, deck integer) returns integer');
select pg_temp.has_function_nature('cards.hand_at(integer,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.hand_at(integer,integer)', 'nobody');
rollback;
