-- Deploy gamekeeper:slots/wallets/wallet_entries to pg
-- requires: auth/uid core/records/guard_history slots/wallets/wallets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Not partitioned by time: it is the books, never retired, and so the key of a request stays unique in its
-- wallet forever. entry_no counts per wallet under the wallet's row lock.
-- One check holds all rules of a row, because each check is set up anew by every insert.
create table slots.wallet_entries (
  wallet_id uuid not null references slots.wallets,
  entry_no bigint not null,
  owner_id uuid not null,
  kind text not null,
  amount numeric(20, 4) not null,
  balance_after numeric(20, 4) not null,
  session_id uuid,
  event_index bigint,
  idempotency_key text,
  created_at timestamptz not null,
  entry_hash bytea not null,
  _v smallint not null default 2,
  by_service boolean not null default false,
  reason text not null default 'play',
  reference text,
  actor uuid,
  reverses bigint,
  constraint wallet_entries_pkey primary key (wallet_id, entry_no),
  constraint wallet_entries_sound check (
    balance_after >= 0 and (
      (kind in ('credit', 'payout') and amount > 0) or (kind in ('debit', 'stake', 'fee') and amount < 0)
      or (kind in ('merge', 'reversal') and amount <> 0)
    ) and (kind = 'reversal') = (reverses is not null) and reason ~ '^[a-z_]{1,40}$'
  )
);
comment on table slots.wallet_entries is 'Append-only ledger: every change of a balance, chained by SHA-256 within the wallet.';
comment on column slots.wallet_entries.wallet_id is 'The wallet.';
comment on column slots.wallet_entries.entry_no is 'Position in the wallet''s chain, from 1 without gaps.';
comment on column slots.wallet_entries.owner_id is 'Owner of the wallet, for row level security.';
comment on column slots.wallet_entries.kind is 'credit, debit: slots.wallet_operation. stake, fee (both when the bet is placed), payout: a session. merge: two accounts became one, and the other wallet has the same with the other sign. reversal: slots.reverse took an entry back. [none]';
comment on column slots.wallet_entries.amount is 'Signed change of the balance.';
comment on column slots.wallet_entries.balance_after is 'The balance before plus amount.';
comment on column slots.wallet_entries.session_id is 'The session that moved the money; null for slots.wallet_operation.';
comment on column slots.wallet_entries.event_index is 'The session''s event that moved the money; null for slots.wallet_operation.';
comment on column slots.wallet_entries.idempotency_key is 'Key of the request, if it had one, of a merge the other wallet and the number of its entry; unique in the wallet among slots.wallet_operation, in the session among slots.act. [opaque]';
comment on column slots.wallet_entries.created_at is 'Instant of the movement; never before that of the entry before.';
comment on column slots.wallet_entries.entry_hash is 'slots.entry_hash of the entry before and this one. [none]';
comment on column slots.wallet_entries._v is 'Form of the hashed text.';
comment on column slots.wallet_entries.by_service is 'Whether the service made the call; otherwise the owner did.';
comment on column slots.wallet_entries.reason is 'Why, a code of 1 to 40 of a-z_: play for what a session moved, merge for a merge, otherwise the caller''s; deposit and withdrawal where the caller says nothing. [none]';
comment on column slots.wallet_entries.reference is 'What the provider or the backend calls the movement, 1 to 200 characters, if anything. [opaque]';
comment on column slots.wallet_entries.actor is 'Who called (auth.uid()); null for a service that claims no id, and for upkeep.';
comment on column slots.wallet_entries.reverses is 'The entry of the wallet that a reversal takes back; null for all others.';
create unique index wallet_entries_operation_key on slots.wallet_entries (wallet_id, idempotency_key, by_service)
where session_id is null and idempotency_key is not null;
comment on index slots.wallet_entries_operation_key is 'A key moves money once (slots.wallet_operation). Keys of the owner and of the service are apart, so that neither can take the other''s.';
create unique index wallet_entries_reversal_key on slots.wallet_entries (wallet_id, reverses) where reverses is not null;
comment on index slots.wallet_entries_reversal_key is 'An entry is taken back once at the most (slots.reverse).';
alter table slots.wallet_entries enable row level security;
grant select on slots.wallet_entries to authenticated, service_role;
create policy owner_reads on slots.wallet_entries for select to authenticated using (owner_id = (select auth.uid()));
comment on policy owner_reads on slots.wallet_entries is 'Users see the entries of their own wallets.';
create policy service_reads on slots.wallet_entries for select to service_role using (true);
comment on policy service_reads on slots.wallet_entries is 'The service sees all.';
create trigger guard_history_update before update on slots.wallet_entries for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.wallet_entries for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.wallet_entries for each statement execute function core.guard_history();
commit;
