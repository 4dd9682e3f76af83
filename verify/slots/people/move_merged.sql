-- Verify gamekeeper:slots/people/move_merged on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.move_merged(slots.wallets,numeric,text,timestamp with time zone)', '(wallet slots.wallets, amount numeric, idempotency_key text, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('slots.move_merged(slots.wallets,numeric,text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.move_merged(slots.wallets,numeric,text,timestamp with time zone)', 'nobody');
rollback;
