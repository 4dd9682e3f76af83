-- Deploy gamekeeper:core/partitions/partition_name to pg
-- requires: core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.partition_name(table_name text, starts_at timestamptz)
returns text
language plpgsql
stable
as $$
declare
  _schema constant text := split_part(partition_name.table_name, '.', 1);
  _plain constant text := split_part(partition_name.table_name, '.', 2) || to_char(core.utc(partition_name.starts_at), '"_p"YYYYMMDD');
  _name text := _plain;
  _number integer := 1;
begin
  -- Another table has the plain name where somebody has detached the partition, or where a drained part begins in its period.
  while to_regclass(format('%I.%I', _schema, _name)) is not null loop
    _number := _number + 1;
    _name := _plain || '_' || _number;
  end loop;
  return _name;
end
$$;
comment on function core.partition_name(text, timestamptz) is
  'A name that is free for the partition of a table that begins at an instant, such as session_events_p20261126. [helper]';
revoke all on function core.partition_name(text, timestamptz) from public;
commit;
