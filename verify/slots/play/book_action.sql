-- Verify gamekeeper:slots/play/book_action on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.book_action(slots.sessions,jsonb,slots.player_action,numeric,jsonb,numeric,text,boolean,text,timestamp with time zone)', '(session slots.sessions, action jsonb, parsed slots.player_action, stake numeric, outcome jsonb, payout numeric, fee_name text, drawn boolean, idempotency_key text, at timestamp with time zone) returns slots.act_result');
select pg_temp.has_function_nature('slots.book_action(slots.sessions,jsonb,slots.player_action,numeric,jsonb,numeric,text,boolean,text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.book_action(slots.sessions,jsonb,slots.player_action,numeric,jsonb,numeric,text,boolean,text,timestamp with time zone)', 'nobody');
rollback;
