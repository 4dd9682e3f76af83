-- Verify gamekeeper:cards/bots/careful_bot on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.careful_bot()', '() returns jsonb');
select pg_temp.has_function_nature('cards.careful_bot()', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.careful_bot()', 'nobody');
rollback;
