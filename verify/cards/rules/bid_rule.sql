-- Verify gamekeeper:cards/rules/bid_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.bid_rule(text,integer,integer,integer,integer)', '(phase text, turn integer, seat integer, bid integer, round_cards integer) returns text');
select pg_temp.has_function_nature('cards.bid_rule(text,integer,integer,integer,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.bid_rule(text,integer,integer,integer,integer)', 'nobody');
rollback;
