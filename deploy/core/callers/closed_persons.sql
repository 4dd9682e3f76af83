-- Deploy gamekeeper:core/callers/closed_persons to pg
-- requires: core/schema core/keys/wall_clock core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Asked by every command, by primary key; it holds ids and nothing else of anybody, so it may be kept for ever, and copied
-- to where a restore finds it again.
create table core.closed_persons (
  person_id uuid primary key,
  kind text not null constraint closed_persons_kind check (kind in ('closed', 'erased', 'merged')),
  closed_at timestamptz not null default core.wall_clock(),
  until timestamptz,
  into_id uuid,
  swept_at timestamptz,
  constraint closed_persons_until check ((kind = 'closed') = (until is not null)),
  constraint closed_persons_into check (into_id <> person_id and (kind <> 'merged' or into_id is not null))
);
comment on table core.closed_persons is
  'Who may not act any more: accounts that were closed by their person, ids whose person was erased, and ids that were '
  'merged into another. Everybody else has no row. Written by the functions of core/people only; the row of an erased '
  'person stays for ever.';
comment on column core.closed_persons.person_id is 'The auth id, or the id of a cards player without an account.';
comment on column core.closed_persons.kind is 'closed, erased or merged. [none]';
comment on column core.closed_persons.closed_at is 'Since when.';
comment on column core.closed_persons.until is 'When a closed account is erased; until then its person may come back. Null for the others.';
comment on column core.closed_persons.into_id is
  'The id that this one was merged into: its histories stay under this id, and erasure and export of that one follow them here. Null for the others.';
comment on column core.closed_persons.swept_at is
  'When the erasure was repeated by upkeep, for what a call that ran at the same time had written. Null until then.';
create index closed_persons_until_idx on core.closed_persons (until) where until is not null;
create index closed_persons_into_id_idx on core.closed_persons (into_id) where into_id is not null;
create index closed_persons_closed_at_idx on core.closed_persons (closed_at) where kind = 'erased' and swept_at is null;
alter table core.closed_persons enable row level security;
grant select on core.closed_persons to service_role;
create policy service_reads on core.closed_persons for select to service_role using (true);
comment on policy service_reads on core.closed_persons is 'The service keeps a copy of who was erased, for the day of a restore.';

create function core.guard_closed_persons()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  if tg_op = 'TRUNCATE' then
    perform core.raise('APPEND_ONLY', jsonb_build_object('table', 'core.closed_persons', 'operation', tg_op));
  elsif tg_op = 'DELETE' then
    if old.kind <> 'closed' then
      perform core.raise('APPEND_ONLY', jsonb_build_object('table', 'core.closed_persons', 'operation', tg_op));
    end if;
    return old;
  elsif new.person_id <> old.person_id or (old.kind <> 'closed' and (new.kind <> 'erased' or new.into_id is distinct from old.into_id)) then
    perform core.raise('APPEND_ONLY', jsonb_build_object('table', 'core.closed_persons', 'operation', tg_op));
  end if;
  return new;
end
$$;
comment on function core.guard_closed_persons() is
  'Trigger: who was erased or merged stays so; only a closed account is opened again. Raises: APPEND_ONLY. [helper]';
revoke all on function core.guard_closed_persons() from public;
create trigger guard_closed_persons before update or delete on core.closed_persons
for each row execute function core.guard_closed_persons();
create trigger guard_closed_persons_truncate before truncate on core.closed_persons
for each statement execute function core.guard_closed_persons();
commit;
