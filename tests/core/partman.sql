-- pg_partman makes partitions where it was told to.
begin;
select plan(4);

-- A stand-in for pg_partman with the table and the call that we use; tests/core/test_partman.py runs the real one.
create schema partman;
create table partman.part_config (parent_table text);
create function partman.run_maintenance(p_parent_table text) returns void language plpgsql as $$
begin
  execute format('create table core.sample_p1 partition of %s for values from (%L) to (%L)', p_parent_table, '2026-01-01', '2026-02-01');
end
$$;
grant usage on schema partman to gamekeeper;
grant select on partman.part_config to gamekeeper;
create table core.sample (at timestamptz not null) partition by range (at);
create table core.sample_default partition of core.sample default;
insert into core.partitioned_tables values ('core.sample', 'month', 2, null);
select matches((select detail from core.health_partman()), 'no table', 'health tells that pg_partman manages no table');
insert into partman.part_config values ('core.sample');
select is(array(select core.ensure_partitions('core.sample', now())), array['core.sample_p1', 'core.sample_default'], 'pg_partman makes the partitions of a table that it manages');
select ok((select relrowsecurity from pg_class where oid = 'core.sample_p1'::regclass), 'partitions that pg_partman made have row level security');
select matches((select detail from core.health_partman()), 'core.sample', 'health tells which tables pg_partman manages');

select * from finish();
rollback;
