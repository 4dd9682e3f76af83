-- Verify gamekeeper:cards/bots/bot_strategies on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.bot_strategies(cards.table_state)', '(state cards.table_state) returns jsonb');
select pg_temp.has_function_nature('cards.bot_strategies(cards.table_state)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('cards.bot_strategies(cards.table_state)', 'nobody');
rollback;
