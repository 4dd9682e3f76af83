-- Verify gamekeeper:cards/log/fallback_card on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.fallback_card(cards.table_state)', '(state cards.table_state) returns integer');
select pg_temp.has_function_nature('cards.fallback_card(cards.table_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.fallback_card(cards.table_state)', 'nobody');
rollback;
