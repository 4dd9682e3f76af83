-- Verify gamekeeper:cards/rules/dealt_at on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.dealt_at(integer,integer,integer)', '(pass integer, place integer, players integer) returns integer');
select pg_temp.has_function_nature('cards.dealt_at(integer,integer,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.dealt_at(integer,integer,integer)', 'nobody');
rollback;
