-- Verify gamekeeper:cards/people/erase_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.erase_person(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('cards.erase_person(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.erase_person(uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "erase", "system": "cards"}');
rollback;
