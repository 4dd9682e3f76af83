-- Deploy gamekeeper:xp/streaks/xp_streaks to pg
-- requires: xp/users/xp_users xp/users/my_user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_streaks (
  user_id bigint primary key references xp.xp_users (user_id) on delete cascade,
  current_streak integer not null default 0,
  longest_streak integer not null default 0,
  grace_used integer not null default 0,
  last_reward_day_id text,
  model_state jsonb not null default '{}',
  updated_at timestamptz not null default core.now_utc(),
  claimed_by integer,
  constraint xp_streaks_non_negative_chk check (current_streak >= 0 and longest_streak >= 0 and grace_used >= 0)
) with (fillfactor = 80);
comment on table xp.xp_streaks is
  'The streak of each user after the last claim, and the row that concurrent claims of one user wait for.';
comment on column xp.xp_streaks.user_id is 'The account.';
comment on column xp.xp_streaks.current_streak is 'Day of the streak at the last claim; 0: never claimed.';
comment on column xp.xp_streaks.longest_streak is 'Highest day ever reached; never falls.';
comment on column xp.xp_streaks.grace_used is 'Missed days that grace covered since the last reset.';
comment on column xp.xp_streaks.last_reward_day_id is 'Last claimed reward day, YYYY-MM-DD; null: never claimed. [none]';
comment on column xp.xp_streaks.model_state is 'State of the streak model: {"claimedMilestones": [day, ...]}. [none]';
comment on column xp.xp_streaks.updated_at is 'Instant of the last claim, of the registration before the first one, or of a rebuild.';
comment on column xp.xp_streaks.claimed_by is 'Process id of the server process that wrote the last award, for xp.is_sent_together; null: never claimed.';
alter table xp.xp_streaks enable row level security;
grant select on xp.xp_streaks to authenticated, service_role;
create policy own_row on xp.xp_streaks for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_row on xp.xp_streaks is 'A user sees their own streak.';
create policy service_reads on xp.xp_streaks for select to service_role using (true);
comment on policy service_reads on xp.xp_streaks is 'The service sees every streak.';
commit;
