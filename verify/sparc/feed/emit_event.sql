-- Verify gamekeeper:sparc/feed/emit_event on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.emit_event(uuid,text,jsonb)', '(session_id uuid, event_type text, payload jsonb) returns void');
select pg_temp.has_function_nature('sparc.emit_event(uuid,text,jsonb)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.emit_event(uuid,text,jsonb)', 'nobody');
rollback;
