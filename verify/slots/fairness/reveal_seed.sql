-- Verify gamekeeper:slots/fairness/reveal_seed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reveal_seed(slots.sessions)', '(session slots.sessions) returns void');
select pg_temp.has_function_nature('slots.reveal_seed(slots.sessions)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.reveal_seed(slots.sessions)', 'nobody');
rollback;
