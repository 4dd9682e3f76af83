-- Deploy gamekeeper:xp/ledger/xp_ledger to pg
-- requires: xp/users/xp_users xp/users/my_user_id core/records/guard_history
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_ledger (
  ledger_id bigint generated always as identity,
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  amount bigint not null,
  reason text not null constraint xp_ledger_reason_chk check (reason <> '' and length(reason) <= 100),
  correlation_id uuid not null,
  policy_key text not null,
  policy_version integer not null,
  season_id text,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default core.now_utc(),
  reward_day_id text,
  is_claim boolean not null generated always as (reward_day_id is not null) stored,
  corrected_balance bigint,
  corrected_lifetime bigint,
  corrected_season bigint,
  actor text,
  side_seasons text[],
  corrected_sides bigint[],
  constraint xp_ledger_correlation_id_uidx primary key (user_id, correlation_id, is_claim),
  constraint xp_ledger_amount_chk check (amount <> 0),
  constraint xp_ledger_award_chk check (reason = 'DAILY_LOGIN' or reward_day_id is null),
  constraint xp_ledger_correction_chk check (
    num_nonnulls(corrected_balance, corrected_lifetime, corrected_season) = 0
    or num_nulls(corrected_balance, corrected_lifetime, corrected_season) = 0
      and corrected_balance between amount and 0 and corrected_lifetime between amount and 0 and corrected_season between amount and 0
  ),
  constraint xp_ledger_sides_chk check (
    array_position(side_seasons, null) is null
    and (corrected_sides is null or corrected_balance is not null and cardinality(corrected_sides) = cardinality(side_seasons))
    and (side_seasons is null or corrected_balance is null or corrected_sides is not null)
  )
);
comment on table xp.xp_ledger is
  'Append-only record of every XP given or spent. The key is the caller''s idempotency key within the user; a user''s claims and the service''s grants have keys of their own.';
comment on column xp.xp_ledger.ledger_id is 'Number in order of writing; boards go by it.';
comment on column xp.xp_ledger.user_id is 'The account.';
comment on column xp.xp_ledger.amount is 'XP; negative when spent, or to be corrected.';
comment on column xp.xp_ledger.reason is 'DAILY_LOGIN for claims; MERGE where accounts became one; SEASON_PRIZE for the rank of a closed season; else the code that the service named, which says nothing about a person. [none]';
comment on column xp.xp_ledger.correlation_id is 'Idempotency key of the call that wrote the row.';
comment on column xp.xp_ledger.policy_key is 'Policy of a claim; GRANT where no policy was asked. [none]';
comment on column xp.xp_ledger.policy_version is 'Version of the policy; 0 where no policy was asked.';
comment on column xp.xp_ledger.season_id is 'Season of kind main of the reward day, of the UTC date of a grant, or that a correction named; null out of season. [none]';
comment on column xp.xp_ledger.metadata is 'What the service noted, read by no hash, fold or comparison; {} for claims, and for an erased person. [personal]';
comment on column xp.xp_ledger.created_at is 'Instant of the claim or grant.';
comment on column xp.xp_ledger.reward_day_id is 'Reward day id of the award that this row pays; null unless a claim. [none]';
comment on column xp.xp_ledger.is_claim is 'Whether a claim wrote the row. It keeps the keys of users and of the service apart.';
comment on column xp.xp_ledger.corrected_balance is 'What a correction changed current_balance by: less than amount where the rest was spent before. Null: no correction.';
comment on column xp.xp_ledger.corrected_lifetime is 'What a correction changed lifetime_xp by, which ends at 0. Null: no correction.';
comment on column xp.xp_ledger.corrected_season is 'What a correction changed the XP of its season by, which ends at 0; 0 out of season. Null: no correction.';
comment on column xp.xp_ledger.actor is 'Who gave or took it: auth.uid(), or service_role; null for users who claimed themselves, and for accounts that became one. [none]';
comment on column xp.xp_ledger.side_seasons is 'Seasons of other kinds that it counts for, likewise; null: none. [none]';
comment on column xp.xp_ledger.corrected_sides is 'What a correction changed the XP of each of side_seasons by, which ends at 0. Null: no correction.';
create index xp_ledger_user_created_at_idx on xp.xp_ledger (user_id, created_at desc);
create index xp_ledger_ledger_id_brin on xp.xp_ledger using brin (ledger_id) with (pages_per_range = 16, autosummarize = on);
alter table xp.xp_ledger enable row level security;
grant select on xp.xp_ledger to authenticated, service_role;
create policy own_rows on xp.xp_ledger for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_rows on xp.xp_ledger is 'A user sees their own entries.';
create policy service_reads on xp.xp_ledger for select to service_role using (true);
comment on policy service_reads on xp.xp_ledger is 'The service sees every entry.';
create trigger guard_history_update before update on xp.xp_ledger for each row execute function core.guard_history();
create trigger guard_history_delete before delete on xp.xp_ledger for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_ledger for each statement execute function core.guard_history();
commit;
