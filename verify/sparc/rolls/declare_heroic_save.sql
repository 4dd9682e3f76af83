-- Verify gamekeeper:sparc/rolls/declare_heroic_save on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.declare_heroic_save(uuid)', '(original_roll_id uuid) returns sparc.declared_rolls');
select pg_temp.has_function_nature('sparc.declare_heroic_save(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.declare_heroic_save(uuid)', 'authenticated, service_role');
rollback;
