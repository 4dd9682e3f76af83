-- Verify gamekeeper:slots/play/end_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.end_session(slots.sessions,slots.wallets,slots.accounts,timestamp with time zone,text)', '(session slots.sessions, wallet slots.wallets, account slots.accounts, at timestamp with time zone, by text DEFAULT NULL::text) returns slots.act_result');
select pg_temp.has_function_nature('slots.end_session(slots.sessions,slots.wallets,slots.accounts,timestamp with time zone,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.end_session(slots.sessions,slots.wallets,slots.accounts,timestamp with time zone,text)', 'nobody');
rollback;
