-- Deploy gamekeeper:sparc/fairness/reseeds to pg
-- requires: core/keys/uuid_v7 core/keys/wall_clock core/records/audit sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.reseeds (
  id uuid primary key default core.uuid_v7(),
  reason text not null check (char_length(reason) between 1 and 200),
  started_at timestamptz not null default core.wall_clock(),
  ended_at timestamptz
);
comment on table sparc.reseeds is 'The runs of sparc.reseed_all; one that was interrupted has no end and is gone on with.';
comment on column sparc.reseeds.id is 'Time-ordered id.';
comment on column sparc.reseeds.reason is 'Why, as the caller said it: 1 to 200 characters. [opaque]';
comment on column sparc.reseeds.started_at is 'Sessions whose secret is older than this get a new one.';
comment on column sparc.reseeds.ended_at is 'When no session was left; null while it runs or was interrupted.';
alter table sparc.reseeds enable row level security;
create policy "Service reads reseeds" on sparc.reseeds for select to service_role using (true);
comment on policy "Service reads reseeds" on sparc.reseeds is 'The trusted service sees all.';
grant select on sparc.reseeds to service_role;
create trigger audit after insert or update or delete on sparc.reseeds for each row execute function core.audit();
commit;
