-- Verify gamekeeper:sparc/rolls/throw_waiting_rolls on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.throw_waiting_rolls(uuid,uuid)', '(session_id uuid, roller_id uuid) returns void');
select pg_temp.has_function_nature('sparc.throw_waiting_rolls(uuid,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.throw_waiting_rolls(uuid,uuid)', 'nobody');
rollback;
