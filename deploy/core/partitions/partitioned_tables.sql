-- Deploy gamekeeper:core/partitions/partitioned_tables to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.partitioned_tables (
  table_name text primary key,
  period text not null constraint partitioned_tables_period check (period in ('day', 'month')),
  ahead integer not null constraint partitioned_tables_ahead check (ahead between 1 and 100),
  retention interval constraint partitioned_tables_retention check (retention > interval '0'),
  kept_by text,
  draining_from timestamptz,
  draining_to timestamptz,
  is_waiting boolean not null default false,
  ran_at timestamptz,
  ok boolean,
  detail text
);
comment on table core.partitioned_tables is
  'The tables partitioned by time, one row each, written by the change that makes the table. core.ensure_partitions and core.retire_partitions work from it.';
comment on column core.partitioned_tables.table_name is 'schema.table of the parent. [none]';
comment on column core.partitioned_tables.period is 'Width of a partition: a UTC day or a UTC month. [none]';
comment on column core.partitioned_tables.ahead is 'How many partitions after the present one exist at least.';
comment on column core.partitioned_tables.retention is 'A partition is dropped when all of it is older; null keeps it forever.';
comment on column core.partitioned_tables.kept_by is
  'A function of the two bounds of a partition that says whether something else needs it, which then is not dropped; null where nothing does. [none]';
comment on column core.partitioned_tables.draining_from is
  'First instant of the range as which the default partition will be attached; null when no drain is under way.';
comment on column core.partitioned_tables.draining_to is
  'First instant after that range. Until the drain ends, the default partition takes no row from here on.';
comment on column core.partitioned_tables.is_waiting is
  'Whether the last step of upkeep left more to do, which core.maintain() then does at once.';
comment on column core.partitioned_tables.ran_at is 'When core.maintain() last made and dropped its partitions; null before the first run.';
comment on column core.partitioned_tables.ok is 'Whether that run succeeded.';
comment on column core.partitioned_tables.detail is 'What that run said, or the error that ended it. [none]';
alter table core.partitioned_tables enable row level security;
commit;
