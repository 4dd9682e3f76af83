-- Verify gamekeeper:slots/wallets/spent_on on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.spent_on(slots.wallets,timestamp with time zone)', '(wallet slots.wallets, at timestamp with time zone) returns numeric');
select pg_temp.has_function_nature('slots.spent_on(slots.wallets,timestamp with time zone)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.spent_on(slots.wallets,timestamp with time zone)', 'nobody');
rollback;
