-- Verify gamekeeper:slots/wallets/last_entry_before on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.last_entry_before(uuid,timestamp with time zone,bigint)', '(wallet_id uuid, at timestamp with time zone, last_entry_no bigint) returns bigint');
select pg_temp.has_function_nature('slots.last_entry_before(uuid,timestamp with time zone,bigint)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.last_entry_before(uuid,timestamp with time zone,bigint)', 'nobody');
rollback;
