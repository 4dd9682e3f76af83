-- Codes that people read to each other and that lead to the slot of a game.
begin;
select plan(8);

create temporary table codes as
select slot, core.slot_code(slot) as code from generate_series(0, 1023) as slot cross join generate_series(1, 3);
select is((select count(*) from codes where code !~ '^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$'), 0::bigint, 'codes with a slot have 8 characters, none that can be confused');
select is(array(select distinct slot from codes where core.slot_of_code(code) <> slot), '{}'::integer[], 'every code carries the slot that it was drawn for');
select is(array(select distinct slot from codes where core.slot_of_code(lower(code)) <> slot), '{}'::integer[], 'a code in lower case carries the same slot');
select cmp_ok((select count(distinct code) from codes), '>=', 3071::bigint, 'codes with a slot hardly ever repeat');
-- 31^3 = 29 * 1024 + 95
select is(
  (select array_agg(n order by slot) from (
    select v % 1024 as slot, count(*) as n from generate_series(0, 29790) as v group by v % 1024
  ) as all_values),
  (select array_agg((29791 - slot + 1023) / 1024::bigint order by slot) from generate_series(0, 1023) as slot),
  'slots 0 to 94 have 30 beginnings and the others 29'
);
create temporary table many as select s.slot, left(core.slot_code(s.slot), 3) as beginning
from (values (0), (94), (95), (1023)) as s (slot) cross join generate_series(1, 2000);
select is(
  (select array_agg(n order by slot) from (select slot, count(distinct beginning) as n from many group by slot) as found),
  array[30, 30, 29, 29]::bigint[], 'a slot uses every beginning that it has'
);
-- per slot a chi-square of 28 or 29 degrees of freedom: it passes 80 less than once in 100 000 runs
select cmp_ok(
  (select max(x) from (
    select slot, sum((n - e) ^ 2 / e) as x
    from (select slot, beginning, count(*) as n, 2000.0 / count(*) over (partition by slot) as e from many group by slot, beginning) as counts
    group by slot
  ) as sums),
  '<', 80.0, 'each beginning of a slot is equally likely'
);
select is(array(select core.slot_of_code(bad) from unnest(array['', 'ABC', 'O2345678', '234567890', null]) as bad), array[null, null, null, null, null]::integer[], 'what is no such code has no slot');

select * from finish();
rollback;
