-- Verify gamekeeper:slots/limits/count_deposit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.count_deposit(uuid,text,numeric,timestamp with time zone)', '(owner_id uuid, currency text, amount numeric, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('slots.count_deposit(uuid,text,numeric,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.count_deposit(uuid,text,numeric,timestamp with time zone)', 'nobody');
rollback;
