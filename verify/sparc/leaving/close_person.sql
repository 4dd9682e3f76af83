-- Verify gamekeeper:sparc/leaving/close_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.close_person(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('sparc.close_person(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.close_person(uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "close", "system": "sparc"}');
rollback;
