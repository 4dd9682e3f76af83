-- Verify gamekeeper:slots/wallets/refuse_entry on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.refuse_entry(numeric,numeric,numeric,numeric,text)', '(balance numeric, spent_today numeric, daily_limit numeric, amount numeric, part text) returns void');
select pg_temp.has_function_nature('slots.refuse_entry(numeric,numeric,numeric,numeric,text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.refuse_entry(numeric,numeric,numeric,numeric,text)', 'nobody');
rollback;
