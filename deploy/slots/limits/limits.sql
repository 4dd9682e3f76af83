-- Deploy gamekeeper:slots/limits/limits to pg
-- requires: auth/uid core/keys/now_utc core/records/guard_history core/records/audit slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.limits (
  owner_id uuid not null,
  currency text not null,
  kind text not null constraint limits_kind check (kind in ('deposit', 'loss', 'stake', 'time')),
  period text not null constraint limits_period check (period in ('24h', '7d', 'month')),
  amount numeric(20, 4),
  next_amount numeric(20, 4),
  asked_at timestamptz,
  changed_at timestamptz not null default core.now_utc(),
  constraint limits_pkey primary key (owner_id, currency, kind, period),
  constraint limits_currency check (currency ~ '^([A-Z]{3}|[*])$'),
  constraint limits_sound check (
    (amount is null or amount >= 0) and (next_amount is null or (next_amount > amount and asked_at is not null)) and (asked_at is null or amount is not null)
  )
);
comment on table slots.limits is
  'Limits that people set themselves, or the service for them; audited. slots.accounts holds the strictest of a currency''s own and '
  'those of *.';
comment on column slots.limits.owner_id is 'The user whose limit it is; shard key.';
comment on column slots.limits.currency is 'ISO 4217 code, or * for a limit that holds in each currency for itself. [none]';
comment on column slots.limits.kind is 'deposit, loss, stake or time. [none]';
comment on column slots.limits.period is '24h: the UTC day, 7d: the ISO week, month: the month. [none]';
comment on column slots.limits.amount is 'The limit that holds, of time in minutes; null where there is none any more.';
comment on column slots.limits.next_amount is 'The higher limit that was asked for; null where none was, or the limit is to be removed.';
comment on column slots.limits.asked_at is 'When a higher limit or none was asked for; null where nothing waits for slots.confirm_limit.';
comment on column slots.limits.changed_at is 'When amount was changed last.';
alter table slots.limits enable row level security;
grant select on slots.limits to authenticated, service_role;
create policy owner_reads on slots.limits for select to authenticated using (owner_id = (select auth.uid()));
comment on policy owner_reads on slots.limits is 'Users see their own limits.';
create policy service_reads on slots.limits for select to service_role using (true);
comment on policy service_reads on slots.limits is 'The service sees all.';
create trigger guard_history_delete before delete on slots.limits for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.limits for each statement execute function core.guard_history();
create trigger audit after insert or update or delete on slots.limits for each row execute function core.audit();
commit;
