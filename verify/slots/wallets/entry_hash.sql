-- Verify gamekeeper:slots/wallets/entry_hash on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.entry_hash(bytea,slots.wallet_entries)', '(previous bytea, entry slots.wallet_entries) returns bytea');
select pg_temp.has_function_nature('slots.entry_hash(bytea,slots.wallet_entries)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.entry_hash(bytea,slots.wallet_entries)', 'nobody');
rollback;
