-- Verify gamekeeper:core/people/run_person_hooks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.run_person_hooks(text,uuid,uuid,text)', '(kind text, person_id uuid, into_id uuid DEFAULT NULL::uuid, system text DEFAULT NULL::text) returns void');
select pg_temp.has_function_nature('core.run_person_hooks(text,uuid,uuid,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.run_person_hooks(text,uuid,uuid,text)', 'nobody');
rollback;
