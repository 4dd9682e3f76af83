-- Deploy gamekeeper:sparc/archive/archived_sessions to pg
-- requires: sparc/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- No foreign key leads out of the archive: what was played stays when a user or an adventure goes.
create table sparc.archived_sessions (
  like sparc.sessions including comments,
  archived_at timestamptz not null default now(),
  primary key (id)
);
comment on table sparc.archived_sessions is
  'Completed sessions after sparc.archive_after_days, as they were. Readable by who took part.';
comment on column sparc.archived_sessions.archived_at is 'When it moved here.';
comment on column sparc.archived_sessions.adventure_id is 'The adventure, which may be gone.';
create index idx_archived_sessions_seer_id on sparc.archived_sessions (seer_id);
create index idx_archived_sessions_adventure_id on sparc.archived_sessions (adventure_id);
alter table sparc.archived_sessions enable row level security;
create policy "Service writes archived sessions" on sparc.archived_sessions to service_role using (true) with check (true);
comment on policy "Service writes archived sessions" on sparc.archived_sessions is 'The trusted service sees all.';
grant select on sparc.archived_sessions to authenticated, service_role;
commit;
