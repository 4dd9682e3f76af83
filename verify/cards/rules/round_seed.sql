-- Verify gamekeeper:cards/rules/round_seed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.round_seed(text,integer)', '(session_seed text, round_index integer) returns text');
select pg_temp.has_function_nature('cards.round_seed(text,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.round_seed(text,integer)', 'nobody');
rollback;
