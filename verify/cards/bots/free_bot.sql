-- Verify gamekeeper:cards/bots/free_bot on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.free_bot(cards.table_state)', '(state cards.table_state) returns cards.players');
select pg_temp.has_function_nature('cards.free_bot(cards.table_state)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('cards.free_bot(cards.table_state)', 'nobody');
rollback;
