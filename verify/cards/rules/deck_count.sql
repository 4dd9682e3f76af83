-- Verify gamekeeper:cards/rules/deck_count on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.deck_count(integer)', '(seats integer) returns integer');
select pg_temp.has_function_nature('cards.deck_count(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.deck_count(integer)', 'nobody');
rollback;
