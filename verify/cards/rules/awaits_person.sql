-- Verify gamekeeper:cards/rules/awaits_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.awaits_person(cards.table_state)', '(state cards.table_state) returns boolean');
select pg_temp.has_function_nature('cards.awaits_person(cards.table_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.awaits_person(cards.table_state)', 'nobody');
rollback;
