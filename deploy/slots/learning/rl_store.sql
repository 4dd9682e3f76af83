-- Deploy gamekeeper:slots/learning/rl_store to pg
-- requires: auth/uid core/keys/now_utc core/records/guard_history core/partitions/partitioned_tables core/partitions/ensure_partitions slots/sessions/sessions slots/learning/open_rl_block slots/learning/close_rl_block
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.rl_store (
  session_id uuid not null references slots.sessions,
  event_index bigint not null,
  id uuid not null,
  owner_id uuid not null,
  state jsonb not null,
  action jsonb not null,
  reward double precision not null,
  next_state jsonb not null,
  done boolean not null default false,
  created_at timestamptz not null default core.now_utc(),
  game_id uuid,
  policy text,
  probability double precision,
  truncated boolean,
  balance numeric(20, 4),
  _v smallint not null default 2,
  constraint rl_store_pkey primary key (session_id, event_index, created_at)
) partition by range (created_at);
comment on table slots.rl_store is 'Append-only experiences, one per action; partitioned by month.';
comment on column slots.rl_store.session_id is 'The session: one episode.';
comment on column slots.rl_store.event_index is 'The step: that of its event, from 1 without gaps.';
comment on column slots.rl_store.id is 'The event''s id.';
comment on column slots.rl_store.owner_id is 'Owner of the session, for row level security.';
comment on column slots.rl_store.state is 'Before the action, as slots.observation makes it. [none]';
comment on column slots.rl_store.action is 'The action as it was asked, without policy and probability. [none]';
comment on column slots.rl_store.reward is 'slots.reward of the step.';
comment on column slots.rl_store.next_state is 'After the action, as state. [none]';
comment on column slots.rl_store.done is 'Whether the action completed the session.';
comment on column slots.rl_store.created_at is 'Instant of the action; never before the session''s step before.';
comment on column slots.rl_store.game_id is 'The game that was played; null in form 1.';
comment on column slots.rl_store.policy is 'Who chose the action, as the service named it: name@version; null where nobody did. [none]';
comment on column slots.rl_store.probability is 'Probability with which that policy chose it: above 0, at most 1; null where nobody said.';
comment on column slots.rl_store.truncated is 'Whether something else than an action ended the episode here: a timeout, a closed account, slots.transition; null in form 1.';
comment on column slots.rl_store.balance is 'Balance of the wallet after the action; null without a wallet, and in form 1.';
comment on column slots.rl_store._v is
  'Form of state and next_state: 1 (before there were game, policy and balance) held "balance", the wallet''s; 2 is that of slots.observation.';
create table slots.rl_store_default partition of slots.rl_store default;
comment on table slots.rl_store_default is 'Experiences of a time that has no partition yet; core.ensure_partitions moves them.';
alter table slots.rl_store enable row level security;
alter table slots.rl_store_default enable row level security;
grant select on slots.rl_store to authenticated, service_role;
create policy owner_reads on slots.rl_store for select to authenticated using (owner_id = (select auth.uid()));
comment on policy owner_reads on slots.rl_store is 'Users see the experiences of their own sessions.';
create policy service_reads on slots.rl_store for select to service_role using (true);
comment on policy service_reads on slots.rl_store is 'The service sees all.';
create trigger open_rl_block after insert on slots.rl_store
for each row when (new.event_index % 16 = 1) execute function slots.open_rl_block();
create trigger close_rl_block after insert on slots.rl_store
for each row when (new.event_index % 16 = 0 or new.done) execute function slots.close_rl_block();
create trigger guard_history_update before update on slots.rl_store for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.rl_store for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.rl_store for each statement execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.rl_store_default for each statement execute function core.guard_history();
insert into core.partitioned_tables (table_name, period, ahead, retention) values ('slots.rl_store', 'month', 2, null);
select core.ensure_partitions('slots.rl_store', core.now_utc());
commit;
