-- Deploy gamekeeper:slots/datasets/needs_experiences to pg
-- requires: core/partitions/partitioned_tables slots/learning/rl_store slots/datasets/rl_datasets slots/datasets/rl_dropped_datasets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.needs_experiences(starts_at timestamptz, ends_at timestamptz)
returns boolean
language sql
stable
return exists (
  select
  from slots.rl_datasets as d
  where d.began_at < needs_experiences.ends_at
    and d.ended_at >= needs_experiences.starts_at
    and not exists (select from slots.rl_dropped_datasets as o where o.dataset = d.dataset)
);
comment on function slots.needs_experiences(timestamptz, timestamptz) is
  'Whether a dataset that was not dropped may hold experiences of a time, so that the partition of slots.rl_store for it has to stay. [helper]';
revoke all on function slots.needs_experiences(timestamptz, timestamptz) from public;
update core.partitioned_tables as t set kept_by = 'slots.needs_experiences(timestamptz,timestamptz)' where t.table_name = 'slots.rl_store';
commit;
