-- Verify gamekeeper:slots/fairness/seed_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.seed_session(uuid,text)', '(session_id uuid, client_seed text) returns slots.sessions');
select pg_temp.has_function_nature('slots.seed_session(uuid,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.seed_session(uuid,text)', 'nobody');
rollback;
