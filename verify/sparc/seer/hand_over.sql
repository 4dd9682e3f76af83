-- Verify gamekeeper:sparc/seer/hand_over on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.hand_over(sparc.sessions,uuid)', '(session sparc.sessions, to_user_id uuid) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.hand_over(sparc.sessions,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.hand_over(sparc.sessions,uuid)', 'nobody');
rollback;
