-- Verify gamekeeper:cards/rules/card_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_rule(text,integer,integer,bigint,bigint,integer,integer,integer,boolean)', '(phase text, turn integer, seat integer, low bigint, high bigint, card integer, led integer, trump integer, is_broken boolean) returns text');
select pg_temp.has_function_nature('cards.card_rule(text,integer,integer,bigint,bigint,integer,integer,integer,boolean)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_rule(text,integer,integer,bigint,bigint,integer,integer,integer,boolean)', 'nobody');
rollback;
