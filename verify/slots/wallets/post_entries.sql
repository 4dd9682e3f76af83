-- Verify gamekeeper:slots/wallets/post_entries on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.post_entries(slots.wallets,slots.accounts,text[],numeric[],uuid,bigint,text,timestamp with time zone,text)', '(wallet slots.wallets, account slots.accounts, kinds text[], amounts numeric[], session_id uuid, event_index bigint, idempotency_key text, at timestamp with time zone, part text DEFAULT NULL::text) returns slots.wallets');
select pg_temp.has_function_nature('slots.post_entries(slots.wallets,slots.accounts,text[],numeric[],uuid,bigint,text,timestamp with time zone,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.post_entries(slots.wallets,slots.accounts,text[],numeric[],uuid,bigint,text,timestamp with time zone,text)', 'nobody');
rollback;
