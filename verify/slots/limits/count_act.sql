-- Verify gamekeeper:slots/limits/count_act on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.count_act(uuid,text,timestamp with time zone,text,boolean)', '(owner_id uuid, currency text, at timestamp with time zone, part text DEFAULT NULL::text, is_bet boolean DEFAULT false) returns void');
select pg_temp.has_function_nature('slots.count_act(uuid,text,timestamp with time zone,text,boolean)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.count_act(uuid,text,timestamp with time zone,text,boolean)', 'nobody');
rollback;
