-- Deploy gamekeeper:core/recovery/backups to pg
-- requires: core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.backups (
  method text not null constraint backups_method check (method ~ '^[a-z][a-z0-9_]{0,30}$'),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  label text,
  bytes bigint constraint backups_bytes check (bytes >= 0),
  problem text,
  constraint backups_pkey primary key (method, started_at),
  constraint backups_outcome check (ended_at >= started_at and (label is null) <> (problem is null))
);
comment on table core.backups is 'Backups of this database that were reported with core.record_backup, failed ones too. The backup itself lies elsewhere.';
comment on column core.backups.method is 'What made it, such as pgbackrest or pg_dump. [none]';
comment on column core.backups.started_at is 'When it began.';
comment on column core.backups.ended_at is 'When it was whole, or failed.';
comment on column core.backups.label is 'What its method calls it; null where it failed. [none]';
comment on column core.backups.bytes is 'How large it is where it lies; null where that is not known.';
comment on column core.backups.problem is 'Why it failed; null where it is whole. [none]';
create index backups_ended_at on core.backups (ended_at);
comment on index core.backups_ended_at is 'The newest.';
alter table core.backups enable row level security;
create trigger audit after insert or update or delete on core.backups for each row execute function core.audit();
commit;
