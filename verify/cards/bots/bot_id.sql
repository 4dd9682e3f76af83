-- Verify gamekeeper:cards/bots/bot_id on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.bot_id(integer)', '(number integer) returns uuid');
select pg_temp.has_function_nature('cards.bot_id(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.bot_id(integer)', 'nobody');
rollback;
