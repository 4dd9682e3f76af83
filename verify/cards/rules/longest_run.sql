-- Verify gamekeeper:cards/rules/longest_run on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.longest_run(integer[],integer)', '(deltas integer[], direction integer) returns integer');
select pg_temp.has_function_nature('cards.longest_run(integer[],integer)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.longest_run(integer[],integer)', 'nobody');
rollback;
