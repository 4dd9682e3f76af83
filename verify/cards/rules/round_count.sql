-- Verify gamekeeper:cards/rules/round_count on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.round_count()', '() returns integer');
select pg_temp.has_function_nature('cards.round_count()', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.round_count()', 'nobody');
rollback;
