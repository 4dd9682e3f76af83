-- Deploy gamekeeper:slots/fairness/revealed_seeds to pg
-- requires: auth/uid core/keys/now_utc core/records/guard_history slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.revealed_seeds (
  session_id uuid not null references slots.sessions,
  seed_no integer not null,
  owner_id uuid not null,
  server_seed bytea not null,
  server_seed_hash bytea not null,
  client_seed text not null,
  spins bigint not null,
  revealed_in xid8 not null default pg_current_xact_id(),
  revealed_at timestamptz not null default core.now_utc(),
  constraint revealed_seeds_pkey primary key (session_id, seed_no)
);
comment on table slots.revealed_seeds is 'Append-only: the ended server seeds of a session, with what is needed to verify every spin drawn from them.';
comment on column slots.revealed_seeds.session_id is 'The session.';
comment on column slots.revealed_seeds.seed_no is 'Which seed of the session, from 1; gameplay_events.seed_no points here.';
comment on column slots.revealed_seeds.owner_id is 'Owner of the session, for row level security.';
comment on column slots.revealed_seeds.server_seed is 'The 32 bytes that were secret. [none]';
comment on column slots.revealed_seeds.server_seed_hash is 'What was published before: its SHA-256. [none]';
comment on column slots.revealed_seeds.client_seed is 'The player''s share while it was live. [opaque]';
comment on column slots.revealed_seeds.spins is 'Spins drawn from it: nonces 0 to spins - 1.';
comment on column slots.revealed_seeds.revealed_in is 'Transaction that ended it, which no player sees it in: whoever looked could still roll back, and play on knowing the seed.';
comment on column slots.revealed_seeds.revealed_at is 'When it ended.';
alter table slots.revealed_seeds enable row level security;
grant select on slots.revealed_seeds to authenticated, service_role;
create policy owner_reads on slots.revealed_seeds for select to authenticated
using (owner_id = (select auth.uid()) and revealed_in is distinct from pg_current_xact_id_if_assigned());
comment on policy owner_reads on slots.revealed_seeds is 'Users see the ended seeds of their own sessions, from the transaction after the one that ended them.';
create policy service_reads on slots.revealed_seeds for select to service_role using (true);
comment on policy service_reads on slots.revealed_seeds is 'The service sees all.';
create trigger guard_history_update before update on slots.revealed_seeds for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.revealed_seeds for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.revealed_seeds for each statement execute function core.guard_history();
commit;
