-- Verify gamekeeper:slots/limits/with_act on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.with_act(slots.accounts,timestamp with time zone,boolean,text)', '(account slots.accounts, at timestamp with time zone, is_bet boolean, part text) returns slots.accounts');
select pg_temp.has_function_nature('slots.with_act(slots.accounts,timestamp with time zone,boolean,text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.with_act(slots.accounts,timestamp with time zone,boolean,text)', 'nobody');
rollback;
