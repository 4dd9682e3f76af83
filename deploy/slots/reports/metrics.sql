-- Deploy gamekeeper:slots/reports/metrics to pg
-- requires: auth/uid core/keys/now_utc core/records/guard_history slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.metrics (
  session_id uuid not null references slots.sessions,
  metric_id uuid not null,
  owner_id uuid not null,
  key text not null constraint metrics_key_length check (length(key) between 1 and 100),
  value numeric not null,
  recorded_at timestamptz not null default core.now_utc(),
  constraint metrics_pkey primary key (session_id, metric_id)
);
comment on table slots.metrics is 'Append-only analytics rows that agents and services report about a session.';
comment on column slots.metrics.session_id is 'The session.';
comment on column slots.metrics.metric_id is 'Time-ordered id.';
comment on column slots.metrics.owner_id is 'Owner of the session, for row level security.';
comment on column slots.metrics.key is 'Name of the metric, 1 to 100 characters, as upkeep, an agent or the player gave it; erased where an erased person''s session has one that is not upkeep''s. [personal]';
comment on column slots.metrics.value is 'Its value.';
comment on column slots.metrics.recorded_at is 'When it was reported.';
alter table slots.metrics enable row level security;
grant select on slots.metrics to authenticated, service_role;
create policy owner_reads on slots.metrics for select to authenticated using (owner_id = (select auth.uid()));
comment on policy owner_reads on slots.metrics is 'Users see the metrics of their own sessions.';
create policy service_reads on slots.metrics for select to service_role using (true);
comment on policy service_reads on slots.metrics is 'The service sees all.';
create trigger guard_history_update before update on slots.metrics for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.metrics for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.metrics for each statement execute function core.guard_history();
commit;
