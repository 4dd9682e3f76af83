-- Verify gamekeeper:sparc/dice/may_see_hidden_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.may_see_hidden_roll(uuid)', '(roll_id uuid) returns boolean');
select pg_temp.has_function_nature('sparc.may_see_hidden_roll(uuid)', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.may_see_hidden_roll(uuid)', 'authenticated, service_role');
rollback;
