-- Verify gamekeeper:cards/rules/shuffle on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.shuffle(text,integer)', '(round_seed text, decks integer) returns bytea');
select pg_temp.has_function_nature('cards.shuffle(text,integer)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('cards.shuffle(text,integer)', 'nobody');
rollback;
