-- Deploy gamekeeper:core/partitions/lock_partition to pg
-- requires: core/schema core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A call of a player locks the referenced table (its session) before the rows of its history; whoever asks the other way
-- round meets it in a deadlock. Everybody who comes after a request waits behind it, so all of them together have 150 ms,
-- which is less than any deadlock_timeout: a knot that a transaction of somebody else ties is undone by giving up.
create function core.lock_partition(parent regclass, partition regclass, mode text)
returns void
language plpgsql
volatile
as $$
declare
  _most constant integer := 150;
  _began constant timestamptz := core.wall_clock();
  _table text;
  _mode text;
begin
  for _table, _mode in
    select t.name, t.mode
    from (
      select distinct k.confrelid::regclass::text as name, lock_partition.mode as mode, 1 as place
      from pg_catalog.pg_constraint as k
      where k.conrelid = lock_partition.parent and k.contype = 'f'
      union all
      select lock_partition.parent::text, lock_partition.mode, 2
      union all
      select lock_partition.partition::text, 'access exclusive', 3
    ) as t
    order by t.place, t.name
  loop
    perform set_config(
      'lock_timeout', greatest(1, _most - (extract(epoch from core.wall_clock() - _began) * 1000)::integer)::text, true
    );
    execute format('lock table only %s in %s mode', _table, _mode);
  end loop;
  perform set_config('lock_timeout', _most::text, true);
end
$$;
comment on function core.lock_partition(regclass, regclass, text) is
  'Locks the tables that a partitioned table refers to and the table itself, in this mode, and one of its partitions '
  'against everybody, in this order and within 150 ms altogether; or raises lock_not_available. [helper]';
revoke all on function core.lock_partition(regclass, regclass, text) from public;
commit;
