-- Verify gamekeeper:slots/limits/count_bet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.count_bet(slots.accounts,numeric,numeric,numeric,timestamp with time zone,text)', '(account slots.accounts, won_before numeric, staked numeric, won_after numeric, at timestamp with time zone, part text DEFAULT NULL::text) returns timestamp with time zone');
select pg_temp.has_function_nature('slots.count_bet(slots.accounts,numeric,numeric,numeric,timestamp with time zone,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.count_bet(slots.accounts,numeric,numeric,numeric,timestamp with time zone,text)', 'nobody');
rollback;
