-- Verify gamekeeper:cards/numbers/all_seats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.all_seats(integer)', '(count integer) returns integer');
select pg_temp.has_function_nature('cards.all_seats(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.all_seats(integer)', 'nobody');
rollback;
