-- Deploy gamekeeper:core/recovery/restore_drills to pg
-- requires: core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.restore_drills (
  started_at timestamptz primary key,
  restored_to timestamptz,
  rpo interval,
  rto interval,
  checks jsonb not null constraint restore_drills_checks check (jsonb_typeof(checks) = 'array' and checks <> '[]'),
  ok boolean not null generated always as (not jsonb_path_exists(checks, '$[*] ? (!(@.ok == true))')) stored
);
comment on table core.restore_drills is 'Restores that were tried somewhere else, reported with core.record_drill, failed ones too.';
comment on column core.restore_drills.started_at is 'When the drill began.';
comment on column core.restore_drills.restored_to is 'The instant to which the copy was brought; null where there was no copy.';
comment on column core.restore_drills.rpo is 'How much would have been lost: from the last thing that the copy holds to the moment at which the drill began.';
comment on column core.restore_drills.rto is 'How long it took until the copy could be played on.';
comment on column core.restore_drills.checks is 'What was looked at: an array of {"name": text, "ok": boolean, "detail": text}. [none]';
comment on column core.restore_drills.ok is 'Whether every check passed.';
alter table core.restore_drills enable row level security;
create trigger audit after insert or update or delete on core.restore_drills for each row execute function core.audit();
commit;
