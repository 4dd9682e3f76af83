-- Keys are time-ordered UUIDs of RFC 9562.
begin;
select plan(6);

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

select * from finish();
rollback;
