-- Verify gamekeeper:sparc/seats/left_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.left_seat(uuid,uuid)', '(session_id uuid, user_id uuid) returns sparc.session_players');
select pg_temp.has_function_nature('sparc.left_seat(uuid,uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('sparc.left_seat(uuid,uuid)', 'nobody');
rollback;
