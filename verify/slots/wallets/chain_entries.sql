-- Verify gamekeeper:slots/wallets/chain_entries on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.chain_entries(slots.wallets,text[],numeric[],uuid,bigint,text,timestamp with time zone,boolean,uuid,text)', '(wallet slots.wallets, kinds text[], amounts numeric[], session_id uuid, event_index bigint, idempotency_key text, at timestamp with time zone, by_service boolean, actor uuid, part text DEFAULT NULL::text) returns slots.movement');
select pg_temp.has_function_nature('slots.chain_entries(slots.wallets,text[],numeric[],uuid,bigint,text,timestamp with time zone,boolean,uuid,text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.chain_entries(slots.wallets,text[],numeric[],uuid,bigint,text,timestamp with time zone,boolean,uuid,text)', 'nobody');
rollback;
