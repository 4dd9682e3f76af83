-- Verify gamekeeper:slots/play/require_bet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.require_bet(slots.sessions,slots.wallets,numeric,boolean,text)', '(session slots.sessions, wallet slots.wallets, stake numeric, is_observed boolean DEFAULT false, part text DEFAULT NULL::text) returns numeric');
select pg_temp.has_function_nature('slots.require_bet(slots.sessions,slots.wallets,numeric,boolean,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.require_bet(slots.sessions,slots.wallets,numeric,boolean,text)', 'nobody');
rollback;
