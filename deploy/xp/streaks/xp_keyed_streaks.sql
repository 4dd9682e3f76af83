-- Deploy gamekeeper:xp/streaks/xp_keyed_streaks to pg
-- requires: xp/users/xp_users xp/users/my_user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_keyed_streaks (
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  streak_key text collate "C" not null constraint xp_keyed_streaks_streak_key_chk check (streak_key ~ '^[a-z][a-z0-9_-]{0,39}$'),
  current_streak integer not null default 0,
  longest_streak integer not null default 0,
  grace_used integer not null default 0,
  last_reward_day_id text,
  model_state jsonb not null default '{}',
  updated_at timestamptz not null default core.now_utc(),
  claimed_by integer,
  primary key (user_id, streak_key),
  constraint xp_keyed_streaks_non_negative_chk check (current_streak >= 0 and longest_streak >= 0 and grace_used >= 0)
) with (fillfactor = 80);
comment on table xp.xp_keyed_streaks is
  'The streaks of policies that name a streakKey of their own, beside the one of xp.xp_streaks, whose row all claims of a user wait for.';
comment on column xp.xp_keyed_streaks.user_id is 'The account.';
comment on column xp.xp_keyed_streaks.streak_key is 'The streakKey of the policies that share the streak. [none]';
comment on column xp.xp_keyed_streaks.current_streak is 'Day of the streak at the last claim; 0: never claimed.';
comment on column xp.xp_keyed_streaks.longest_streak is 'Highest day ever reached; never falls.';
comment on column xp.xp_keyed_streaks.grace_used is 'Missed days that grace covered since the last reset.';
comment on column xp.xp_keyed_streaks.last_reward_day_id is 'Last claimed reward day, YYYY-MM-DD, without the key; null: never claimed. [none]';
comment on column xp.xp_keyed_streaks.model_state is 'As in xp.xp_streaks. [none]';
comment on column xp.xp_keyed_streaks.updated_at is 'Instant of the last claim, of the first freeze before it, or of a rebuild.';
comment on column xp.xp_keyed_streaks.claimed_by is 'Process id of the server process that wrote the last award; null: never claimed.';
alter table xp.xp_keyed_streaks enable row level security;
grant select on xp.xp_keyed_streaks to authenticated, service_role;
create policy own_rows on xp.xp_keyed_streaks for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_rows on xp.xp_keyed_streaks is 'A user sees their own streaks.';
create policy service_reads on xp.xp_keyed_streaks for select to service_role using (true);
comment on policy service_reads on xp.xp_keyed_streaks is 'The service sees every streak.';
commit;
