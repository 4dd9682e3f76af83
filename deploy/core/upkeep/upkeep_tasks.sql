-- Deploy gamekeeper:core/upkeep/upkeep_tasks to pg
-- requires: core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.upkeep_tasks (
  task text primary key,
  function text not null,
  meaning text not null,
  batch bigint check (batch > 0),
  added_at timestamptz not null default core.now_utc(),
  ran_at timestamptz,
  ok boolean,
  detail text,
  failing_since timestamptz,
  last_seconds double precision,
  runs bigint not null default 0,
  failed_runs bigint not null default 0,
  seconds double precision not null default 0
);
comment on table core.upkeep_tasks is
  'What core.maintain() runs, one row each; a system registers its own. The last columns tell how the runs went.';
comment on column core.upkeep_tasks.task is 'system.task [none]';
comment on column core.upkeep_tasks.function is
  'Signature, such as slots.refresh_metrics(); its result, if any, becomes detail. One with an argument, such as core.upkeep_partitions(text), runs for each partitioned table, or with null for all. [none]';
comment on column core.upkeep_tasks.meaning is 'What it does and why it must run. [none]';
comment on column core.upkeep_tasks.batch is
  'How much one run does at the most, of a task whose result is a number. core.maintain() repeats a run that did as much, for core.task_seconds at the most; null: it is not repeated.';
comment on column core.upkeep_tasks.added_at is 'When it was registered; it has an hour for its first run.';
comment on column core.upkeep_tasks.ran_at is 'When it last ran; null before the first run.';
comment on column core.upkeep_tasks.ok is 'Whether the last run succeeded.';
comment on column core.upkeep_tasks.detail is 'What the last run said, or the error that ended it. [none]';
comment on column core.upkeep_tasks.failing_since is 'When the first of the runs ended that have failed since one succeeded; null while the last one succeeded.';
comment on column core.upkeep_tasks.last_seconds is 'How long the last run took, of a task for tables that for one table; null before the first run.';
comment on column core.upkeep_tasks.runs is 'How often it ran, each table by itself.';
comment on column core.upkeep_tasks.failed_runs is 'How many of the runs failed.';
comment on column core.upkeep_tasks.seconds is 'How long all runs took together.';
alter table core.upkeep_tasks enable row level security;
commit;
