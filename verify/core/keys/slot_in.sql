-- Verify gamekeeper:core/keys/slot_in on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.slot_in(uuid)', '(id uuid) returns integer');
select pg_temp.has_function_nature('core.slot_in(uuid)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('core.slot_in(uuid)', 'nobody');
rollback;
