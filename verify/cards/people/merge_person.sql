-- Verify gamekeeper:cards/people/merge_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.merge_person(uuid,uuid)', '(from_id uuid, into_id uuid) returns void');
select pg_temp.has_function_nature('cards.merge_person(uuid,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.merge_person(uuid,uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "merge", "system": "cards"}');
rollback;
