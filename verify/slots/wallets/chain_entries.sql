-- Verify gamekeeper:slots/wallets/chain_entries on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.chain_entries(slots.wallets,text[],numeric[],uuid,bigint,text,timestamp with time zone,text)', '(wallet slots.wallets, kinds text[], amounts numeric[], session_id uuid, event_index bigint, idempotency_key text, at timestamp with time zone, part text DEFAULT NULL::text) returns slots.movement');
select pg_temp.has_function_nature('slots.chain_entries(slots.wallets,text[],numeric[],uuid,bigint,text,timestamp with time zone,text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.chain_entries(slots.wallets,text[],numeric[],uuid,bigint,text,timestamp with time zone,text)', 'nobody');
rollback;
