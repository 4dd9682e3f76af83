-- Deploy gamekeeper:xp/claims/xp_awards to pg
-- requires: xp/users/xp_users xp/users/my_user_id core/records/guard_history
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_awards (
  award_id bigint generated always as identity,
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  reward_day_id text collate "C" not null constraint xp_awards_reward_day_id_chk check (reward_day_id ~ '^([a-z][a-z0-9_-]{0,39}:)?\d{4}-\d\d-\d\d$'),
  xp_awarded bigint not null,
  streak_day integer not null,
  policy_key text not null,
  policy_version integer not null,
  receipt_id uuid not null,
  model_state_snapshot jsonb not null default '{}',
  created_at timestamptz not null default core.now_utc(),
  segment_key text,
  longest_streak integer not null default 0,
  grace_used integer not null default 0,
  grace_applied boolean not null default false,
  milestone_hits jsonb not null default '[]',
  next_boundary timestamptz,
  constraint xp_awards_user_day_uidx primary key (user_id, reward_day_id),
  constraint xp_awards_positive_chk check (xp_awarded > 0 and streak_day >= 0)
);
comment on table xp.xp_awards is
  'Append-only: the award of each user, reward day and streak, with the streak as it was left. The primary key is the once-only rule.';
comment on column xp.xp_awards.award_id is 'Number in order of writing; the roll-up of claim counts goes by it.';
comment on column xp.xp_awards.user_id is 'The account.';
comment on column xp.xp_awards.reward_day_id is 'Reward day, YYYY-MM-DD; with the streakKey of a policy that has one before it, mission:YYYY-MM-DD. [none]';
comment on column xp.xp_awards.xp_awarded is 'XP given.';
comment on column xp.xp_awards.streak_day is 'Day of the streak that the award made.';
comment on column xp.xp_awards.policy_key is 'Policy of the claim. [none]';
comment on column xp.xp_awards.policy_version is 'Version in force, the override''s where the user''s segment has one.';
comment on column xp.xp_awards.receipt_id is 'What the user can show for it.';
comment on column xp.xp_awards.model_state_snapshot is 'model_state of the streak after the award. [none]';
comment on column xp.xp_awards.created_at is 'Instant of the claim.';
comment on column xp.xp_awards.segment_key is 'The user''s segment at the claim. [opaque]';
comment on column xp.xp_awards.longest_streak is 'longest_streak after the award.';
comment on column xp.xp_awards.grace_used is 'grace_used after the award.';
comment on column xp.xp_awards.grace_applied is 'Whether grace covered missed days at this claim.';
comment on column xp.xp_awards.milestone_hits is 'Milestones reached by this claim, as the policy names them. [none]';
comment on column xp.xp_awards.next_boundary is 'End of the reward day as the claim knew it: before it no policy of the streak gives another award.';
create index xp_awards_award_id_brin on xp.xp_awards using brin (award_id) with (pages_per_range = 16, autosummarize = on);
alter table xp.xp_awards enable row level security;
grant select on xp.xp_awards to authenticated, service_role;
create policy own_rows on xp.xp_awards for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_rows on xp.xp_awards is 'A user sees their own awards.';
create policy service_reads on xp.xp_awards for select to service_role using (true);
comment on policy service_reads on xp.xp_awards is 'The service sees every award.';
create trigger guard_history_update before update on xp.xp_awards for each row execute function core.guard_history();
create trigger guard_history_delete before delete on xp.xp_awards for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_awards for each statement execute function core.guard_history();
commit;
