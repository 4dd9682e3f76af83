-- Verify gamekeeper:core/keys/key_before on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.key_before(uuid)', '(after uuid) returns uuid');
select pg_temp.has_function_nature('core.key_before(uuid)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('core.key_before(uuid)', 'nobody');
rollback;
