-- Verify gamekeeper:sparc/rolls/declare_heroic_save on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.declare_heroic_save(uuid,text)', '(original_roll_id uuid, idempotency_key text DEFAULT NULL::text) returns sparc.declared_rolls');
select pg_temp.has_function_nature('sparc.declare_heroic_save(uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.declare_heroic_save(uuid,text)', 'authenticated, service_role');
rollback;
