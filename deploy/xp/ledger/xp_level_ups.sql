-- Deploy gamekeeper:xp/ledger/xp_level_ups to pg
-- requires: xp/users/xp_users xp/users/my_user_id core/records/guard_history core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_level_ups (
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  level integer not null constraint xp_level_ups_level_chk check (level > 1),
  xp bigint not null,
  correlation_id uuid,
  reward_day_id text collate "C",
  reached_at timestamptz not null default core.now_utc(),
  primary key (user_id, level)
);
comment on table xp.xp_level_ups is
  'Append-only: which user reached which level first by what. The primary key is the once-only rule; whoever has a level has all below it.';
comment on column xp.xp_level_ups.user_id is 'The account.';
comment on column xp.xp_level_ups.level is 'The level, above 1, where everybody begins.';
comment on column xp.xp_level_ups.xp is 'Lifetime XP from which the level began at that time.';
comment on column xp.xp_level_ups.correlation_id is
  'Key of the ledger entry that reached it; null where accounts became one and it was reached by the other, or where a rebuild found it missing.';
comment on column xp.xp_level_ups.reward_day_id is 'Reward day id of that entry; null unless a claim. [none]';
comment on column xp.xp_level_ups.reached_at is 'Instant at which it was reached.';
create index xp_level_ups_reward_day_idx on xp.xp_level_ups (user_id, reward_day_id) where reward_day_id is not null;
alter table xp.xp_level_ups enable row level security;
grant select on xp.xp_level_ups to authenticated, service_role;
create policy own_rows on xp.xp_level_ups for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_rows on xp.xp_level_ups is 'A user sees their own levels.';
create policy service_reads on xp.xp_level_ups for select to service_role using (true);
comment on policy service_reads on xp.xp_level_ups is 'The service sees every level that was reached.';
create trigger guard_history_update before update on xp.xp_level_ups for each row execute function core.guard_history();
create trigger guard_history_delete before delete on xp.xp_level_ups for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_level_ups for each statement execute function core.guard_history();
commit;
