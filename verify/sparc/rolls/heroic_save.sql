-- Verify gamekeeper:sparc/rolls/heroic_save on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.heroic_save(uuid,text)', '(original_roll_id uuid, idempotency_key text DEFAULT NULL::text) returns sparc.dice_rolls');
select pg_temp.has_function_nature('sparc.heroic_save(uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.heroic_save(uuid,text)', 'authenticated, service_role');
rollback;
