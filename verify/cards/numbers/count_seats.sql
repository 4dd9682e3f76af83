-- Verify gamekeeper:cards/numbers/count_seats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.count_seats(integer)', '(seats integer) returns integer');
select pg_temp.has_function_nature('cards.count_seats(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.count_seats(integer)', 'nobody');
rollback;
