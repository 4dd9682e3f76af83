-- Keys are time-ordered UUIDs of RFC 9562 that carry a slot.
begin;
select plan(11);

create temporary table drawn as select i, core.uuid_v7() as id from generate_series(1, 10000) as i;
select is(count(distinct id), 10000::bigint, 'ten thousand ids are ten thousand') from drawn;
select is(count(*) filter (where id::text !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]'), 0::bigint, 'every id says version 7 and the RFC''s variant') from drawn;
select cmp_ok(
  count(*) filter (where id < previous), '<', 100::bigint,
  'ids drawn one after the other are in order but for those of one microsecond'
) from (select id, lag(id) over (order by i) as previous from drawn) as pairs;
select cmp_ok(
  abs(extract(epoch from clock_timestamp()) * 1000 - ('x' || left(replace(core.uuid_v7()::text, '-', ''), 12))::bit(48)::bigint),
  '<', 1000::numeric, 'the first 48 bits are the milliseconds since 1970'
);
do $$ begin perform pg_sleep(0.002); end $$;
select cmp_ok(core.uuid_v7(), '>', (select id from drawn order by id desc limit 1), 'an id drawn later sorts after all before');
select test.as_user(test.user('ann'));
select isnt(core.uuid_v7(), null, 'a client role may draw an id, as column defaults need');
select test.as_owner();

create temporary table carried as select slot, core.uuid_v7(slot) as id from generate_series(0, 1023) as slot;
select is(array(select slot from carried where core.slot_in(id) <> slot), '{}'::integer[], 'every id carries the slot that it was drawn for');
select is(
  (select count(*) from carried where id::text !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'), 0::bigint,
  'an id with a slot says version 7 and the RFC''s variant'
);
select is((select count(*) from drawn where core.slot_in(id) <> 0), 0::bigint, 'an id drawn for nobody carries slot 0');
select is(core.uuid_v7(null), null, 'an owner without a slot gets no id');
select is(core.slot_in(core.uuid_v7(1024 + 7)), 7, 'a slot beyond 1023 is taken modulo 1024 and leaves the variant alone');

select * from finish();
rollback;
