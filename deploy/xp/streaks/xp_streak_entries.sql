-- Deploy gamekeeper:xp/streaks/xp_streak_entries to pg
-- requires: xp/users/xp_users xp/users/my_user_id core/records/guard_history core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_streak_entries (
  user_id bigint not null constraint xp_streak_entries_user_id_chk check (user_id >= 0),
  entry_no integer not null constraint xp_streak_entries_entry_no_chk check (entry_no > 0),
  kind text not null constraint xp_streak_entries_kind_chk check (kind in ('freeze', 'repair')),
  streak_key text,
  freezes integer,
  after_day_id text,
  days date[],
  segment_key text constraint xp_streak_entries_segment_key_chk check (segment_key <> '' and length(segment_key) <= 100),
  reason text not null constraint xp_streak_entries_reason_chk check (reason <> '' and length(reason) <= 100),
  correlation_id uuid not null,
  actor text not null,
  created_at timestamptz not null default core.now_utc(),
  primary key (user_id, entry_no),
  constraint xp_streak_entries_correlation_id_uidx unique (user_id, correlation_id),
  constraint xp_streak_entries_freeze_chk check ((kind = 'freeze') = (freezes is not null) and freezes <> 0),
  constraint xp_streak_entries_repair_chk check (
    (kind = 'repair') = (days is not null) and cardinality(days) > 0 and num_nonnulls(streak_key, after_day_id) * cardinality(days) = 0
  ),
  constraint xp_streak_entries_whom_chk check (user_id = 0 and kind = 'repair' or user_id > 0 and segment_key is null)
);
comment on table xp.xp_streak_entries is
  'Append-only: what the service did to streaks, beside what claims do: freezes given or taken back, and days that nobody missed. A '
  'repair of many is one row, which evaluation reads. No foreign key: user 0 stands for many.';
comment on column xp.xp_streak_entries.user_id is 'The account; 0: a repair for the users of segment_key, or for all.';
comment on column xp.xp_streak_entries.entry_no is 'Counts from 1 within the user; a claim notes up to which repair it has seen.';
comment on column xp.xp_streak_entries.kind is 'freeze or repair. [none]';
comment on column xp.xp_streak_entries.streak_key is 'The streak of a freeze; null: the one of policies without streakKey. A repair is for all streaks. [none]';
comment on column xp.xp_streak_entries.freezes is 'How many freezes were given, negative: taken back. Null: a repair.';
comment on column xp.xp_streak_entries.after_day_id is 'The last claimed day of the streak when the freezes came, YYYY-MM-DD: they count from that award on. Null: there was none. [none]';
comment on column xp.xp_streak_entries.days is 'Reward days that a repair excuses: whoever did not claim on them did not miss them. Null: a freeze.';
comment on column xp.xp_streak_entries.segment_key is 'The segment that a repair is for; null: one user, or all. [opaque]';
comment on column xp.xp_streak_entries.reason is 'Why, as a code that says nothing about a person. [none]';
comment on column xp.xp_streak_entries.correlation_id is 'Idempotency key of the call.';
comment on column xp.xp_streak_entries.actor is 'auth.uid() of the caller, or service_role. [none]';
comment on column xp.xp_streak_entries.created_at is 'Instant of the call.';
alter table xp.xp_streak_entries enable row level security;
grant select on xp.xp_streak_entries to authenticated, service_role;
create policy own_rows on xp.xp_streak_entries for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_rows on xp.xp_streak_entries is 'A user sees what was given to them.';
create policy service_reads on xp.xp_streak_entries for select to service_role using (true);
comment on policy service_reads on xp.xp_streak_entries is 'The service sees every entry.';
create trigger guard_history_update before update on xp.xp_streak_entries for each row execute function core.guard_history();
create trigger guard_history_delete before delete on xp.xp_streak_entries for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_streak_entries for each statement execute function core.guard_history();
commit;
