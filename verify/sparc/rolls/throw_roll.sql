-- Verify gamekeeper:sparc/rolls/throw_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.throw_roll(uuid)', '(roll_id uuid) returns sparc.dice_rolls');
select pg_temp.has_function_nature('sparc.throw_roll(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.throw_roll(uuid)', 'authenticated, service_role');
rollback;
