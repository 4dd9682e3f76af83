-- Verify gamekeeper:sparc/rolls/reveal_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.reveal_roll(uuid)', '(roll_id uuid) returns sparc.declared_rolls');
select pg_temp.has_function_nature('sparc.reveal_roll(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.reveal_roll(uuid)', 'authenticated, service_role');
rollback;
