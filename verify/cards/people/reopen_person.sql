-- Verify gamekeeper:cards/people/reopen_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.reopen_person(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('cards.reopen_person(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.reopen_person(uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "reopen", "system": "cards"}');
rollback;
