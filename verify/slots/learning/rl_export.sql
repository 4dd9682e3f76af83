-- Verify gamekeeper:slots/learning/rl_export on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_export(uuid,jsonb,integer)', '(session_id uuid DEFAULT NULL::uuid, after jsonb DEFAULT NULL::jsonb, page_size integer DEFAULT 1000) returns SETOF slots.experience');
select pg_temp.has_function_nature('slots.rl_export(uuid,jsonb,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_export(uuid,jsonb,integer)', 'authenticated, service_role');
rollback;
