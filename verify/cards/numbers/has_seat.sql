-- Verify gamekeeper:cards/numbers/has_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.has_seat(integer,integer)', '(seats integer, seat integer) returns boolean');
select pg_temp.has_function_nature('cards.has_seat(integer,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.has_seat(integer,integer)', 'nobody');
rollback;
