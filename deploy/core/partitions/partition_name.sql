-- Deploy gamekeeper:core/partitions/partition_name to pg
-- requires: core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.partition_name(table_name text, starts_at timestamptz)
returns text
language sql
stable
set search_path = pg_temp
begin atomic
  -- another table has the plain name where somebody has detached the partition, or where a drained part begins in its period
  select n.name
  from (
    select
      split_part(partition_name.table_name, '.', 2) || to_char(core.utc(partition_name.starts_at), '"_p"YYYYMMDD')
        || coalesce('_' || nullif(i.number, 1), '') as name,
      i.number
    from generate_series(1, 100000) as i (number)
  ) as n
  where to_regclass(format('%I.%I', split_part(partition_name.table_name, '.', 1), n.name)) is null
  order by n.number
  limit 1;
end;
comment on function core.partition_name(text, timestamptz) is
  'A name that is free for the partition of a table that begins at an instant, such as session_events_p20261126. [helper]';
revoke all on function core.partition_name(text, timestamptz) from public;
commit;
