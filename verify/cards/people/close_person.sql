-- Verify gamekeeper:cards/people/close_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.close_person(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('cards.close_person(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.close_person(uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "close", "system": "cards"}');
rollback;
