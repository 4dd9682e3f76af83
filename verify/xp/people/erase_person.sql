-- Verify gamekeeper:xp/people/erase_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.erase_person(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('xp.erase_person(uuid)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.erase_person(uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "erase", "system": "xp"}');
rollback;
