-- Verify gamekeeper:slots/limits/with_turnover on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.with_turnover(slots.accounts,numeric,numeric,numeric,timestamp with time zone,text)', '(account slots.accounts, won_before numeric, staked numeric, won_after numeric, at timestamp with time zone, part text DEFAULT NULL::text) returns slots.accounts');
select pg_temp.has_function_nature('slots.with_turnover(slots.accounts,numeric,numeric,numeric,timestamp with time zone,text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.with_turnover(slots.accounts,numeric,numeric,numeric,timestamp with time zone,text)', 'nobody');
rollback;
