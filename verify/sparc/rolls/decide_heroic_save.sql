-- Verify gamekeeper:sparc/rolls/decide_heroic_save on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.decide_heroic_save(uuid,boolean,text)', '(original_roll_id uuid, at_once boolean, idempotency_key text) returns sparc.declared_rolls');
select pg_temp.has_function_nature('sparc.decide_heroic_save(uuid,boolean,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.decide_heroic_save(uuid,boolean,text)', 'nobody');
rollback;
