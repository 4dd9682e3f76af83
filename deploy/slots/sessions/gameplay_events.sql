-- Deploy gamekeeper:slots/sessions/gameplay_events to pg
-- requires: auth/uid core/keys/now_utc core/records/guard_history core/partitions/partitioned_tables core/partitions/ensure_partitions slots/sessions/game_state slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.gameplay_events (
  session_id uuid not null references slots.sessions,
  event_index bigint not null,
  event_id uuid not null,
  owner_id uuid not null,
  action jsonb not null,
  result jsonb not null,
  timestamp timestamptz not null default core.now_utc(),
  reward double precision,
  state slots.game_state not null,
  balance numeric(20, 4),
  seed_no integer,
  nonce bigint,
  _v smallint not null default 1,
  constraint gameplay_events_pkey primary key (session_id, event_index, timestamp)
) partition by range (timestamp);
comment on table slots.gameplay_events is 'Append-only: one row per action with its result and reward; partitioned by month. Also what a repeated slots.act answers from.';
comment on column slots.gameplay_events.session_id is 'The session.';
comment on column slots.gameplay_events.event_index is 'Position in the session, from 1 without gaps: the keyset of slots.list_events.';
comment on column slots.gameplay_events.event_id is 'Time-ordered id, the same as rl_store.id of this action''s experience.';
comment on column slots.gameplay_events.owner_id is 'Owner of the session, for row level security.';
comment on column slots.gameplay_events.action is 'The action as it was asked, with PlaceBet for Bet: {"type", "amount", "next"}. [none]';
comment on column slots.gameplay_events.result is
  'Spin: {"symbols", "stops", "multiplier", "payout"}, and "next": {"stake"} where it placed the next bet; '
  'PlaceBet: {"stake"}; CashOut: {"spin": the result of the bet it played}. "by" where it was not the player. [none]';
comment on column slots.gameplay_events.timestamp is 'Instant of the action; never before the session''s event before.';
comment on column slots.gameplay_events.reward is 'slots.reward of the step.';
comment on column slots.gameplay_events.state is 'State of the session after the action.';
comment on column slots.gameplay_events.balance is 'Balance of the wallet after the action; null without a wallet.';
comment on column slots.gameplay_events.seed_no is 'Server seed of a spin drawn here; null otherwise.';
comment on column slots.gameplay_events.nonce is 'Nonce of a spin drawn here; null otherwise.';
comment on column slots.gameplay_events._v is 'Form of action and result.';
create index gameplay_events_session_id_timestamp_idx on slots.gameplay_events (session_id, timestamp);
comment on index slots.gameplay_events_session_id_timestamp_idx is 'Reads of a session''s events by time.';
create table slots.gameplay_events_default partition of slots.gameplay_events default;
comment on table slots.gameplay_events_default is 'Events of a time that has no partition yet; core.ensure_partitions moves them.';
alter table slots.gameplay_events enable row level security;
alter table slots.gameplay_events_default enable row level security;
grant select on slots.gameplay_events to authenticated, service_role;
create policy owner_reads on slots.gameplay_events for select to authenticated using (owner_id = (select auth.uid()));
comment on policy owner_reads on slots.gameplay_events is 'Users see the events of their own sessions.';
create policy service_reads on slots.gameplay_events for select to service_role using (true);
comment on policy service_reads on slots.gameplay_events is 'The service sees all.';
create trigger guard_history_update before update on slots.gameplay_events for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.gameplay_events for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.gameplay_events for each statement execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.gameplay_events_default for each statement execute function core.guard_history();
insert into core.partitioned_tables (table_name, period, ahead, retention) values ('slots.gameplay_events', 'month', 2, null);
select core.ensure_partitions('slots.gameplay_events', core.now_utc());
commit;
