-- Verify gamekeeper:sparc/leaving/reopen_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.reopen_person(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('sparc.reopen_person(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.reopen_person(uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "reopen", "system": "sparc"}');
rollback;
