-- Verify gamekeeper:core/people/erase_keys on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.erase_keys(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('core.erase_keys(uuid)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.erase_keys(uuid)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "erase", "system": "core"}');
rollback;
