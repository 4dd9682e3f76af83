-- Deploy gamekeeper:slots/wallets/wallets to pg
-- requires: auth/uid core/keys/now_utc core/callers/user_id core/records/audit core/records/guard_history core/records/touch slots/schema slots/limits/accounts
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Hot row: every bet and payout updates it in place (HOT), so no index may hold a column that moves, and
-- pages keep room; one check holds all rules of a row, because each check is set up anew by every update. The row is the lock and the head of the wallet's ledger.
create table slots.wallets (
  wallet_id uuid primary key,
  owner_id uuid not null,
  currency text not null,
  balance numeric(20, 4) not null default 0,
  daily_limit numeric(20, 4) not null,
  cost_rate jsonb not null default '{}',
  spent_today numeric(20, 4) not null default 0,
  last_entry_no bigint not null default 0,
  last_entry_at timestamptz not null default core.now_utc(),
  last_hash bytea not null default decode(repeat('00', 32), 'hex'),
  created_at timestamptz not null default core.now_utc(),
  updated_at timestamptz not null default core.now_utc(),
  deleted_at timestamptz,
  constraint wallets_account_fkey foreign key (owner_id, currency) references slots.accounts,
  constraint wallets_sound check (
    balance >= 0 and daily_limit >= 0 and spent_today >= 0 and currency ~ '^[A-Z]{3}$' and (deleted_at is null or balance = 0)
  )
) with (fillfactor = 60);
comment on table slots.wallets is
  'One balance in one currency with a hard daily spend limit; belongs to a user. Only commands write it, always '
  'with a row of slots.wallet_entries. Who made one for somebody else, changed a daily limit or closed one is audited. Nobody can delete it.';
comment on column slots.wallets.wallet_id is 'Time-ordered id; shard key of the wallet''s rows.';
comment on column slots.wallets.owner_id is 'The user it belongs to (auth.uid()).';
comment on column slots.wallets.currency is 'ISO 4217 code, fixed at creation. [none]';
comment on column slots.wallets.balance is 'Available money; equals the sum of the entries.';
comment on column slots.wallets.daily_limit is 'Most that may be spent (stakes and fees) in one UTC day. Its owner may lower it, only the service may raise it.';
comment on column slots.wallets.cost_rate is '{"perSpinFee": n, "perQueryFee": n}: charged per spin drawn here, and per outcome recorded from a game elsewhere; missing is 0. [none]';
comment on column slots.wallets.spent_today is 'Stakes and fees of the UTC day of last_entry_at, with those of wallets that were merged into this one on that day.';
comment on column slots.wallets.last_entry_no is 'Number of the newest entry; 0 before the first.';
comment on column slots.wallets.last_entry_at is
  'Time of the newest entry, or of a call after it that repeated one or merged wallets. Never goes back, so that a transaction that '
  'began before midnight and came after a newer one counts to the new day.';
comment on column slots.wallets.last_hash is 'Hash of the newest entry, 32 zero bytes before the first. [none]';
comment on column slots.wallets.created_at is 'Instant of creation.';
comment on column slots.wallets.updated_at is 'Instant of the last change.';
comment on column slots.wallets.deleted_at is 'When slots.close_wallet closed it, empty, from which on no money moves and its owner does not see it; null while it is in use.';
create index wallets_owner_id_currency_idx on slots.wallets (owner_id, currency);
alter table slots.wallets enable row level security;
grant select on slots.wallets to authenticated, service_role;
create policy owner_reads on slots.wallets for select to authenticated using (owner_id = (select auth.uid()) and deleted_at is null);
comment on policy owner_reads on slots.wallets is 'Users see their own wallets that are not closed.';
create policy service_reads on slots.wallets for select to service_role using (true);
comment on policy service_reads on slots.wallets is 'The service sees all.';
create trigger guard_history_delete before delete on slots.wallets for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.wallets for each statement execute function core.guard_history();
create trigger audit_insert after insert on slots.wallets
for each row when (new.owner_id is distinct from core.user_id()) execute function core.audit();
create trigger audit_update after update of daily_limit, deleted_at on slots.wallets
for each row when (old.daily_limit <> new.daily_limit or old.deleted_at is distinct from new.deleted_at) execute function core.audit();
create trigger touch before update on slots.wallets for each row execute function core.touch();
commit;
