-- Deploy gamekeeper:slots/wallets/entry_hash to pg
-- requires: slots/wallets/wallet_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Text, so that anyone can recompute it with any tool. Callers write the reference and the key freely: the length of the
-- one stands before it, the other comes last, and no field before them can hold a '|'.
create function slots.entry_hash(previous bytea, entry slots.wallet_entries)
returns bytea
language sql
stable
parallel safe
return sha256(convert_to(
  format(
    '%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s',
    (entry_hash.entry)._v, encode(entry_hash.previous, 'hex'), (entry_hash.entry).wallet_id, (entry_hash.entry).entry_no, (entry_hash.entry).owner_id,
    (entry_hash.entry).kind, (entry_hash.entry).amount, (entry_hash.entry).balance_after, (entry_hash.entry).session_id, (entry_hash.entry).event_index,
    (extract(epoch from (entry_hash.entry).created_at - timestamptz '1970-01-01 00:00:00+00') * 1000000)::bigint,
    (entry_hash.entry).by_service, (entry_hash.entry).reason, (entry_hash.entry).actor, (entry_hash.entry).reverses,
    length((entry_hash.entry).reference), (entry_hash.entry).reference, (entry_hash.entry).idempotency_key
  ),
  'UTF8'
));
comment on function slots.entry_hash(bytea, slots.wallet_entries) is
  'SHA-256 that chains an entry to the one before: of the UTF-8 text _v|previous hash in '
  'hex|wallet_id|entry_no|owner_id|kind|amount|balance_after|session_id|event_index|created_at|by_service|reason|actor|reverses|'
  'characters in reference|reference|idempotency_key, amounts with four decimals, created_at in whole microseconds since 1970 UTC, by_service as t or f, a null as '
  'nothing. The first entry''s previous hash is 32 zero bytes. [helper]';
revoke all on function slots.entry_hash(bytea, slots.wallet_entries) from public;
commit;
