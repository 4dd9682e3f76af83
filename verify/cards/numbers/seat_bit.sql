-- Verify gamekeeper:cards/numbers/seat_bit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.seat_bit(integer)', '(seat integer) returns integer');
select pg_temp.has_function_nature('cards.seat_bit(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.seat_bit(integer)', 'nobody');
rollback;
