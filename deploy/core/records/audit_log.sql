-- Deploy gamekeeper:core/records/audit_log to pg
-- requires: core/records/guard_history core/keys/uuid_v7 core/keys/now_utc core/callers/is_operator
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.audit_log (
  entry_id uuid primary key default core.uuid_v7(),
  at timestamptz not null default core.now_utc(),
  actor uuid,
  actor_role text not null,
  table_name text not null,
  operation text not null constraint audit_log_operation check (operation in ('INSERT', 'UPDATE', 'DELETE')),
  before jsonb,
  after jsonb
);
comment on table core.audit_log is
  'Append-only record of every change to operator tables (game definitions, policies, settings), written by the '
  'trigger core.audit(). Operators read it. Not partitioned: it grows by what people decide, not by play.';
comment on column core.audit_log.entry_id is 'Time-ordered id.';
comment on column core.audit_log.at is 'Instant of the transaction that made the change.';
comment on column core.audit_log.actor is 'Id of the calling user; null for a caller without a user id, such as the service.';
comment on column core.audit_log.actor_role is 'Database role of the caller: that of SET ROLE, else the one that logged in. [none]';
comment on column core.audit_log.table_name is 'Changed table as schema.table. [none]';
comment on column core.audit_log.operation is 'INSERT, UPDATE or DELETE. [none]';
comment on column core.audit_log.before is 'The whole row before; null for INSERT. [none]';
comment on column core.audit_log.after is 'The whole row after; null for DELETE. [none]';
create index audit_log_table_name_entry_id_idx on core.audit_log (table_name, entry_id);
alter table core.audit_log enable row level security;
grant select on core.audit_log to authenticated, service_role;
create policy operators_read on core.audit_log for select to authenticated, service_role using ((select core.is_operator()));
comment on policy operators_read on core.audit_log is 'Operators and the service see what was changed by whom.';
create trigger guard_history_update before update on core.audit_log for each row execute function core.guard_history();
create trigger guard_history_delete before delete on core.audit_log for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on core.audit_log for each statement execute function core.guard_history();
commit;
