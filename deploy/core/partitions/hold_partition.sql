-- Deploy gamekeeper:core/partitions/hold_partition to pg
-- requires: core/schema core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A call of a player locks the referenced table (its session) before the rows of its history; whoever asks the other way
-- round meets it in a deadlock. Everybody who comes after a request waits behind it, so all of them together have 150 ms,
-- which is less than any deadlock_timeout: a knot that a transaction of somebody else ties is undone by giving up.
create function core.hold_partition(parent regclass, partition regclass, against_readers boolean)
returns void
language plpgsql
volatile
as $$
declare
  _most constant integer := 150;
  _began constant timestamptz := core.wall_clock();
  _table regclass;
  _is_partition boolean;
begin
  for _table, _is_partition in
    select t.id, t.place = 3
    from (
      select distinct k.confrelid::regclass as id, k.confrelid::regclass::text as name, 1 as place
      from pg_catalog.pg_constraint as k
      where k.conrelid = hold_partition.parent and k.contype = 'f'
      union all
      select hold_partition.parent, null, 2
      union all
      select hold_partition.partition, null, 3
    ) as t
    order by t.place, t.name
  loop
    perform set_config(
      'lock_timeout', greatest(1, _most - (extract(epoch from core.wall_clock() - _began) * 1000)::integer)::text, true
    );
    if hold_partition.against_readers or _is_partition then
      execute format('lock table only %s in access exclusive mode', _table);
    else
      execute format('lock table only %s in share row exclusive mode', _table);
    end if;
  end loop;
  perform set_config('lock_timeout', _most::text, true);
end
$$;
comment on function core.hold_partition(regclass, regclass, boolean) is
  'Locks the tables that a partitioned table refers to and the table itself against writers, or against readers too, '
  'and one of its partitions against everybody, in this order and within 150 ms altogether; or raises lock_not_available. [helper]';
revoke all on function core.hold_partition(regclass, regclass, boolean) from public;
commit;
