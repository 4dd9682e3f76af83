-- Verify gamekeeper:slots/people/reopen_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reopen_person(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('slots.reopen_person(uuid)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.reopen_person(uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "reopen", "system": "slots"}');
rollback;
