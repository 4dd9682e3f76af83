-- Verify gamekeeper:sparc/fairness/verify_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.verify_roll(uuid)', '(roll_id uuid) returns sparc.roll_verification');
select pg_temp.has_function_nature('sparc.verify_roll(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.verify_roll(uuid)', 'authenticated, service_role');
rollback;
