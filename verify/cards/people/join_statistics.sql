-- Verify gamekeeper:cards/people/join_statistics on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.join_statistics(uuid)', '(owner_id uuid) returns void');
select pg_temp.has_function_nature('cards.join_statistics(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.join_statistics(uuid)', 'nobody');
rollback;
