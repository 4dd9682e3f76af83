-- Tables cut by time, with a default partition so that no insert fails.
begin;
select plan(30);

create table core.sample (at timestamptz not null, n integer) partition by range (at);
create table core.sample_default partition of core.sample default;
alter table core.sample enable row level security;
create trigger guard_history_delete before delete on core.sample for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on core.sample for each statement execute function core.guard_history();
alter table core.sample owner to gamekeeper;
alter table core.sample_default owner to gamekeeper;
insert into core.partitioned_tables values ('core.sample', 'month', 2, '2 months');

set local timezone = 'Pacific/Kiritimati';
select matches(h.detail, '(^|; )core.sample has no partition ahead(;|$)', 'health names a table that has no partition ahead') from core.health_partitions() as h where not h.ok;
select is(
  array(select core.ensure_partitions('core.sample', '2026-01-31 23:30:00Z')),
  array['core.sample_p20260101', 'core.sample_p20260201', 'core.sample_p20260301'],
  'the present partition and those ahead are made, by the UTC month under any TimeZone'
);
select is(array(select core.ensure_partitions('core.sample', '2026-01-31 23:30:00Z')), '{}'::text[], 'a second call makes none');
select is(array(select core.ensure_partitions('core.sample', '2026-02-01 00:00:00Z')), array['core.sample_p20260401'], 'a month later one more is made');
select is(core.partition_name('core.sample', '2026-05-01 00:00:00Z'), 'sample_p20260501', 'the partition of a month is named after its first day');
select is(core.partition_name('core.sample', '2026-04-01 00:00:00Z'), 'sample_p20260401_2', 'where another table has that name, a number follows');
create table core.sample_p20260401_2 ();
select is(core.partition_name('core.sample', '2026-04-01 00:00:00Z'), 'sample_p20260401_3', 'the first number that is free follows');
drop table core.sample_p20260401_2;
insert into core.sample values ('2026-02-28 23:59:59.999999Z', 1), ('2026-03-01 00:00:00Z', 2), ('2026-06-15 00:00:00Z', 3), ('2031-01-01 00:00:00Z', 4);
select is((select tableoid::regclass::text from core.sample where n = 1), 'core.sample_p20260201', 'the last instant of a month lies in it');
select is((select tableoid::regclass::text from core.sample where n = 2), 'core.sample_p20260301', 'the first instant of a month lies in it');
select is((select tableoid::regclass::text from core.sample where n = 3), 'core.sample_default', 'a row beyond all partitions is kept by the default one');
select ok(not (select ok from core.health_partitions()), 'health tells that it is there');
select is(
  array(select (d.starts_at, d.ends_at, d.row_count, d.is_present)::text from core.default_parts('core.sample', '2026-05-10 00:00:00Z') as d),
  array[
    ('2026-06-01 00:00:00Z'::timestamptz, '2026-07-01 00:00:00Z'::timestamptz, 1::bigint, true)::text,
    ('2031-01-01 00:00:00Z'::timestamptz, '2031-02-01 00:00:00Z'::timestamptz, 1::bigint, false)::text
  ],
  'what lies beyond the partitions ahead is a part of its own'
);
select matches(core.drain_default('core.sample', '2026-05-10 00:00:00Z'), '^1 rows .* moved to core.sample_p20260601$', 'of several parts one is moved');
select is((select tableoid::regclass::text from core.sample where n = 3), 'core.sample_p20260601', 'the partition takes the row that waited in the default one');
select matches(core.drain_default('core.sample', '2026-05-10 00:00:00Z'), '^the default partition became sample_p20310101$', 'the default partition becomes that of the last part');
select is((select tableoid::regclass::text from core.sample where n = 4), 'core.sample_p20310101', 'the last part stays where it is, under another name');
select is(core.drain_default('core.sample', '2026-05-10 00:00:00Z'), null, 'an empty default partition is left alone');
select is((select count(*) from core.ensure_partitions('core.sample', '2026-05-10 00:00:00Z')), 2::bigint, 'the partitions of the other months are made');
select is((select count(*) from core.sample), 4::bigint, 'no row is lost');
select throws_ok('delete from core.sample', 'KG008', null, 'the guards are on again');
select throws_ok('truncate core.sample_p20260201', 'KG008', null, 'a partition can''t be emptied either');
select throws_ok('truncate core.sample_default', 'KG008', null, 'the new default partition can''t be emptied');
select throws_ok('truncate core.sample_p20310101', 'KG008', null, 'what was the default partition can''t be emptied');
select is(
  (select count(*) from core.partitions p join pg_class c on c.oid = p.partition where p.table_name = 'core.sample' and not c.relrowsecurity),
  0::bigint, 'every partition has row level security'
);

select is(
  array(select core.retire_partitions('core.sample', '2026-04-30 23:59:59Z')), array['core.sample_p20260101'],
  'a partition goes when all of it is older than the retention'
);
select is(array(select core.retire_partitions('core.sample', '2026-05-01 00:00:00Z')), array['core.sample_p20260201'], 'a partition goes at the instant when all of it is older than the retention');
update core.partitioned_tables set retention = null where table_name = 'core.sample';
select is(array(select core.retire_partitions('core.sample', '2099-01-01')), '{}'::text[], 'without a retention everything is kept');

select is(core.upkeep_partitions(null) ~ '^[1-9][0-9]* made, 0 dropped$', true, 'upkeep makes the partitions of every registered table');
select throws_ok($$select core.ensure_partitions('core.none', now())$$, 'KG004', null, 'no partition of a table that is not registered is made');
select throws_ok($$select core.retire_partitions('core.none', now())$$, 'KG004', null, 'no partition of a table that is not registered is retired');

select * from finish();
rollback;
