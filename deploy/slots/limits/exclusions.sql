-- Deploy gamekeeper:slots/limits/exclusions to pg
-- requires: auth/uid core/records/guard_history slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.exclusions (
  owner_id uuid not null,
  starts_at timestamptz not null,
  kind text not null,
  ends_at timestamptz not null,
  constraint exclusions_pkey primary key (owner_id, starts_at),
  constraint exclusions_sound check (kind in ('cool_off', 'self_exclusion', 'merge') and ends_at > starts_at)
);
comment on table slots.exclusions is 'Append-only: breaks and exclusions that people chose. The one that ends last holds; nobody can shorten one.';
comment on column slots.exclusions.owner_id is 'The user who is excluded; shard key.';
comment on column slots.exclusions.starts_at is 'When it was chosen, from which on it holds.';
comment on column slots.exclusions.kind is 'cool_off, self_exclusion, or merge: it came with another account of the person. [none]';
comment on column slots.exclusions.ends_at is 'When it ends: the end of a UTC day.';
alter table slots.exclusions enable row level security;
grant select on slots.exclusions to authenticated, service_role;
create policy owner_reads on slots.exclusions for select to authenticated using (owner_id = (select auth.uid()));
comment on policy owner_reads on slots.exclusions is 'Users see their own exclusions.';
create policy service_reads on slots.exclusions for select to service_role using (true);
comment on policy service_reads on slots.exclusions is 'The service sees all.';
create trigger guard_history_update before update on slots.exclusions for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.exclusions for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.exclusions for each statement execute function core.guard_history();
commit;
