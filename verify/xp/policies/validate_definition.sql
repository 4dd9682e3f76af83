-- Verify gamekeeper:xp/policies/validate_definition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.validate_definition(jsonb,text)', '(definition jsonb, policy_key text DEFAULT NULL::text) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.validate_definition(jsonb,text)', 'sql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.validate_definition(jsonb,text)', 'authenticated, service_role');
rollback;
