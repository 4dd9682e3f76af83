-- Verify gamekeeper:sparc/leaving/merge_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.merge_person(uuid,uuid)', '(from_id uuid, into_id uuid) returns void');
select pg_temp.has_function_nature('sparc.merge_person(uuid,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.merge_person(uuid,uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "merge", "system": "sparc"}');
rollback;
