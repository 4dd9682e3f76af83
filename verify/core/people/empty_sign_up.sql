-- Verify gamekeeper:core/people/empty_sign_up on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.empty_sign_up(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('core.empty_sign_up(uuid)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.empty_sign_up(uuid)', 'nobody');
rollback;
