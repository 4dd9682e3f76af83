-- Deploy gamekeeper:slots/play/reseeds to pg
-- requires: core/keys/now_utc core/keys/uuid_v7 core/records/audit core/records/guard_history slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A row without an end shuts play out: slots.require_bet asks it before each bet.
create table slots.reseeds (
  reseed_id uuid primary key default core.uuid_v7(),
  reason text not null constraint reseeds_reason_length check (length(reason) between 1 and 200),
  started_at timestamptz not null default core.now_utc(),
  ended_at timestamptz,
  last_session_id uuid not null default uuid '00000000-0000-0000-0000-000000000000',
  sessions bigint not null default 0
);
comment on table slots.reseeds is 'Runs of slots.reseed_all, audited. While one has no end, no bet is taken. Never replicated: it belongs to this server''s play.';
comment on column slots.reseeds.reseed_id is 'Time-ordered id.';
comment on column slots.reseeds.reason is 'Why, in the words of whoever called it; nothing about a person. [none]';
comment on column slots.reseeds.started_at is 'When it began.';
comment on column slots.reseeds.ended_at is 'When play was opened again; null while it is shut.';
comment on column slots.reseeds.last_session_id is 'How far the first pass got; the second takes what was locked in the first.';
comment on column slots.reseeds.sessions is 'Sessions that got new seeds.';
create unique index reseeds_open_key on slots.reseeds ((ended_at is null)) where ended_at is null;
comment on index slots.reseeds_open_key is 'One run at a time.';
alter table slots.reseeds enable row level security;
create trigger audit after insert or update or delete on slots.reseeds for each row execute function core.audit();
commit;
