-- Verify gamekeeper:core/shards/raise_unknown_definition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.raise_unknown_definition(jsonb,uuid)', '(detail jsonb, id uuid DEFAULT NULL::uuid) returns void');
select pg_temp.has_function_nature('core.raise_unknown_definition(jsonb,uuid)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.raise_unknown_definition(jsonb,uuid)', 'nobody');
rollback;
