-- Verify gamekeeper:cards/rules/round_cards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.round_cards(integer)', '(round_index integer) returns integer');
select pg_temp.has_function_nature('cards.round_cards(integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.round_cards(integer)', 'nobody');
rollback;
