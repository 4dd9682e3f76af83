-- Deploy gamekeeper:core/partitions/seal_partition to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Row triggers, constraints and indexes come from the parent by themselves; row level security,
-- statement triggers (the guards against TRUNCATE) and the comment do not.
create function core.seal_partition(parent regclass, partition regclass)
returns void
language plpgsql
volatile
as $$
declare
  _trigger record;
begin
  execute format('alter table %s enable row level security', seal_partition.partition);
  execute format(
    'comment on table %s is %L', seal_partition.partition,
    format('Partition of %s, made by core.ensure_partitions; see there.', seal_partition.parent)
  );
  for _trigger in
    select t.tgname, t.tgfoid::regproc as function
    from pg_catalog.pg_trigger as t
    where t.tgrelid = seal_partition.parent
      and (t.tgtype & 32) = 32  -- TRUNCATE
      and not exists (
        select from pg_catalog.pg_trigger as o
        where o.tgrelid = seal_partition.partition and o.tgname = t.tgname
      )
  loop
    execute format(
      'create trigger %I before truncate on %s for each statement execute function %s()',
      _trigger.tgname, seal_partition.partition, _trigger.function
    );
  end loop;
end
$$;
comment on function core.seal_partition(regclass, regclass) is
  'Gives a partition what it does not inherit: row level security, the guard against TRUNCATE, a comment. Harmless when repeated. [helper]';
revoke all on function core.seal_partition(regclass, regclass) from public;
commit;
