-- Deploy gamekeeper:slots/wallets/next_entry to pg
-- requires: slots/wallets/wallets slots/wallets/wallet_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.next_entry(
  wallet slots.wallets, kind text, amount numeric, session_id uuid, event_index bigint, idempotency_key text, at timestamptz,
  by_service boolean, actor uuid, reason text, reference text default null, reverses bigint default null
)
returns slots.wallet_entries
language sql
immutable
parallel safe
return row(
  (next_entry.wallet).wallet_id, (next_entry.wallet).last_entry_no + 1, (next_entry.wallet).owner_id, next_entry.kind, next_entry.amount,
  (next_entry.wallet).balance + next_entry.amount, next_entry.session_id, next_entry.event_index, next_entry.idempotency_key,
  greatest(next_entry.at, (next_entry.wallet).last_entry_at), null::bytea, 2::smallint,
  next_entry.by_service, next_entry.reason, next_entry.reference, next_entry.actor, next_entry.reverses
)::slots.wallet_entries;
comment on function slots.next_entry(slots.wallets, text, numeric, uuid, bigint, text, timestamptz, boolean, uuid, text, text, bigint) is
  'The entry that follows a wallet''s newest one, without its hash. Its time is never before that of the newest. Pure. [helper]';
revoke all on function slots.next_entry(slots.wallets, text, numeric, uuid, bigint, text, timestamptz, boolean, uuid, text, text, bigint) from public;
commit;
