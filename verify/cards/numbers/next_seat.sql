-- Verify gamekeeper:cards/numbers/next_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.next_seat(integer,integer,integer)', '(seat integer, seats integer, absent integer) returns integer');
select pg_temp.has_function_nature('cards.next_seat(integer,integer,integer)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.next_seat(integer,integer,integer)', 'nobody');
rollback;
