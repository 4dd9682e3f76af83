-- Deploy gamekeeper:slots/sessions/action_keys to pg
-- requires: core/records/guard_history slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Beside slots.gameplay_events, because a unique constraint there would have to hold the month. Never
-- retired, so that a retry years later still finds its first result.
create table slots.action_keys (
  session_id uuid not null references slots.sessions,
  idempotency_key text not null,
  event_index bigint not null,
  occurred_at timestamptz not null,
  by_service boolean not null default false,
  constraint action_keys_pkey primary key (session_id, idempotency_key, by_service)
);
comment on table slots.action_keys is 'Append-only: which event a key of slots.act made. Not granted to clients.';
comment on column slots.action_keys.session_id is 'The session.';
comment on column slots.action_keys.idempotency_key is 'The caller''s key, unique in the session among the calls of its owner and among those of the service. [opaque]';
comment on column slots.action_keys.event_index is 'The event.';
comment on column slots.action_keys.by_service is 'Whether the service made the call; otherwise the owner did.';
comment on column slots.action_keys.occurred_at is 'The event''s timestamp, which finds its partition.';
alter table slots.action_keys enable row level security;
create trigger guard_history_update before update on slots.action_keys for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.action_keys for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.action_keys for each statement execute function core.guard_history();
commit;
