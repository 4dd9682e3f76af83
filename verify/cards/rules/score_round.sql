-- Verify gamekeeper:cards/rules/score_round on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.score_round(cards.table_state)', '(state cards.table_state) returns integer[]');
select pg_temp.has_function_nature('cards.score_round(cards.table_state)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.score_round(cards.table_state)', 'nobody');
rollback;
