-- Verify gamekeeper:slots/fairness/seed_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.seed_session(uuid,text,boolean)', '(session_id uuid, client_seed text, is_fresh boolean DEFAULT false) returns slots.sessions');
select pg_temp.has_function_nature('slots.seed_session(uuid,text,boolean)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.seed_session(uuid,text,boolean)', 'nobody');
rollback;
