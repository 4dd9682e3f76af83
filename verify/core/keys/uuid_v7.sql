-- Verify gamekeeper:core/keys/uuid_v7 on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.uuid_v7(integer)', '(slot integer DEFAULT 0) returns uuid');
select pg_temp.has_function_nature('core.uuid_v7(integer)', 'sql, volatile, parallel safe');
select pg_temp.has_function_grants('core.uuid_v7(integer)', 'authenticated, service_role');
rollback;
