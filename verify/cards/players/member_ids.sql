-- Verify gamekeeper:cards/players/member_ids on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.member_ids(cards.table_state)', '(state cards.table_state) returns uuid[]');
select pg_temp.has_function_nature('cards.member_ids(cards.table_state)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.member_ids(cards.table_state)', 'nobody');
rollback;
