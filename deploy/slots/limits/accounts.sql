-- Deploy gamekeeper:slots/limits/accounts to pg
-- requires: auth/uid core/keys/now_utc core/records/guard_history slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Hot row, like slots.wallets: every bet of a person in a currency updates it in place, so no index may hold a column that
-- moves. It is locked before sessions and wallets. The row of currency * is the person's own lock: whoever changes
-- limits or exclusions, or opens an account in a currency, takes it first.
create table slots.accounts (
  owner_id uuid not null,
  currency text not null,
  deposited numeric[] not null default '{0,0,0}',
  last_deposit_at timestamptz not null default core.now_utc(),
  staked numeric[] not null default '{0,0,0}',
  lost numeric[] not null default '{0,0,0}',
  last_bet_at timestamptz not null default core.now_utc(),
  played numeric[] not null default '{0,0,0}',
  last_act_at timestamptz,
  deposit_limits numeric[] not null default '{}',
  stake_limits numeric[] not null default '{}',
  loss_limits numeric[] not null default '{}',
  time_limits numeric[] not null default '{}',
  excluded_until timestamptz,
  constraint accounts_pkey primary key (owner_id, currency),
  constraint accounts_currency check (currency ~ '^([A-Z]{3}|[*])$')
) with (fillfactor = 60);
comment on table slots.accounts is
  'What a person did in a currency over all wallets, and the limits that hold there. Counters and limits are arrays of three: of the UTC '
  'day, the ISO week and the month. Nobody can delete it.';
comment on column slots.accounts.owner_id is 'The user it belongs to; shard key.';
comment on column slots.accounts.currency is 'ISO 4217 code, or * for the row that stands for the person and counts nothing. [none]';
comment on column slots.accounts.deposited is 'Credits from outside in the periods of last_deposit_at.';
comment on column slots.accounts.last_deposit_at is 'Time of the newest credit; never goes back.';
comment on column slots.accounts.staked is 'Stakes and fees in the periods of last_bet_at.';
comment on column slots.accounts.lost is 'Stakes and fees less payouts in the periods of last_bet_at; below zero for who is winning.';
comment on column slots.accounts.last_bet_at is 'Time of the newest stake, fee or payout; never goes back.';
comment on column slots.accounts.played is 'Seconds between acts less than five minutes apart, in the periods of last_act_at.';
comment on column slots.accounts.last_act_at is 'Time of the newest slots.act; null before the first.';
comment on column slots.accounts.deposit_limits is 'Strictest limits on deposited; a missing one is none. Kept by slots.refresh_limits, like those that follow.';
comment on column slots.accounts.stake_limits is 'Strictest limits on staked.';
comment on column slots.accounts.loss_limits is 'Strictest limits on lost.';
comment on column slots.accounts.time_limits is 'Strictest limits on played, in minutes.';
comment on column slots.accounts.excluded_until is 'End of the longest exclusion so far; null without one.';
alter table slots.accounts enable row level security;
grant select on slots.accounts to authenticated, service_role;
create policy owner_reads on slots.accounts for select to authenticated using (owner_id = (select auth.uid()));
comment on policy owner_reads on slots.accounts is 'Users see their own accounts.';
create policy service_reads on slots.accounts for select to service_role using (true);
comment on policy service_reads on slots.accounts is 'The service sees all.';
create trigger guard_history_delete before delete on slots.accounts for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.accounts for each statement execute function core.guard_history();
commit;
