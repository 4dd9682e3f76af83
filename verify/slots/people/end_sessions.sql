-- Verify gamekeeper:slots/people/end_sessions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.end_sessions(uuid,text)', '(owner_id uuid, by text) returns void');
select pg_temp.has_function_nature('slots.end_sessions(uuid,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.end_sessions(uuid,text)', 'nobody');
rollback;
