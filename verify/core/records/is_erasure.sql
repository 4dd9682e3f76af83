-- Verify gamekeeper:core/records/is_erasure on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_erasure(oid,jsonb,jsonb)', '(relation oid, before jsonb, after jsonb) returns boolean');
select pg_temp.has_function_nature('core.is_erasure(oid,jsonb,jsonb)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.is_erasure(oid,jsonb,jsonb)', 'nobody');
rollback;
