-- Verify gamekeeper:cards/rules/wins_trick on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.wins_trick(integer,integer,integer)', '(card integer, best integer, trump integer) returns boolean');
select pg_temp.has_function_nature('cards.wins_trick(integer,integer,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.wins_trick(integer,integer,integer)', 'nobody');
rollback;
