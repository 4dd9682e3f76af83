-- Verify gamekeeper:slots/wallets/next_entry on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.next_entry(slots.wallets,text,numeric,uuid,bigint,text,timestamp with time zone,boolean,uuid,text,text,bigint)', '(wallet slots.wallets, kind text, amount numeric, session_id uuid, event_index bigint, idempotency_key text, at timestamp with time zone, by_service boolean, actor uuid, reason text, reference text DEFAULT NULL::text, reverses bigint DEFAULT NULL::bigint) returns slots.wallet_entries');
select pg_temp.has_function_nature('slots.next_entry(slots.wallets,text,numeric,uuid,bigint,text,timestamp with time zone,boolean,uuid,text,text,bigint)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.next_entry(slots.wallets,text,numeric,uuid,bigint,text,timestamp with time zone,boolean,uuid,text,text,bigint)', 'nobody');
rollback;
