-- Deploy gamekeeper:core/upkeep/upkeep_tasks to pg
-- requires: core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.upkeep_tasks (
  task text primary key,
  function text not null,
  meaning text not null,
  added_at timestamptz not null default core.now_utc(),
  ran_at timestamptz,
  ok boolean,
  detail text
);
comment on table core.upkeep_tasks is
  'What core.maintain() runs, one row each; a system registers its own. The last columns tell how the latest run went.';
comment on column core.upkeep_tasks.task is 'system.task [none]';
comment on column core.upkeep_tasks.function is
  'Signature, such as slots.refresh_metrics(); its result, if any, becomes detail. One with an argument, such as core.upkeep_partitions(text), runs for each partitioned table, or with null for all. [none]';
comment on column core.upkeep_tasks.meaning is 'What it does and why it must run. [none]';
comment on column core.upkeep_tasks.added_at is 'When it was registered; it has an hour for its first run.';
comment on column core.upkeep_tasks.ran_at is 'When it last ran; null before the first run.';
comment on column core.upkeep_tasks.ok is 'Whether the last run succeeded.';
comment on column core.upkeep_tasks.detail is 'What the last run said, or the error that ended it. [none]';
alter table core.upkeep_tasks enable row level security;
commit;
