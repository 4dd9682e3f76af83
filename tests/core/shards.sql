-- Which server a slot lives on, and the fence that keeps calls to it.
begin;
select plan(29);

create function pg_temp.even(out map text[]) language sql as
$$select array_agg(case when n < 512 then 's1' else 's2' end order by n) from generate_series(0, 1023) as n$$;
create function pg_temp.tell(version integer, here text, map text[] default pg_temp.even()) returns integer language sql as
$$select core.set_shard_map(version, here, '{"s1": "host=one", "s2": "host=two"}', map)$$;

select is((select count(*) from core.current_shard_map()), 0::bigint, 'one machine has no map');
select lives_ok($$select core.enter(7)$$, 'on one machine every slot can be entered');
select lives_ok($$select core.require_slot(7)$$, 'on one machine every slot can be read');
select is((select count(*) from pg_locks where locktype = 'advisory' and classid = 1936486260 and pid = pg_backend_pid()), 0::bigint, 'on one machine the fence takes no lock');

select test.as_user(test.user('ann'));
select throws_ok($$select core.set_shard_map(1, 's1', '{"s1": "host=one"}', array_fill('s1'::text, array[1024]))$$, '42501', null, 'a user cannot set the map');
select test.as_owner();

select throws_ok($$select pg_temp.tell(0, 's1')$$, 'KG001', null, 'a map has a version from 1 on');
select throws_ok($$select pg_temp.tell(1, 's3')$$, 'KG001', null, 'a server is one of the shards that it knows');
select throws_ok($$select pg_temp.tell(1, 's1', array_fill('s1'::text, array[1023]))$$, 'KG001', null, 'a map names a shard for every slot');
select throws_ok($$select pg_temp.tell(1, 's1', array_fill('s3'::text, array[1024]))$$, 'KG001', null, 'a map names shards that have an address');
select throws_ok($$select pg_temp.tell(1, 's1', array_fill(null::text, array[1024]))$$, 'KG001', null, 'a map leaves no slot without a shard');

select is(pg_temp.tell(3, 's1'), 3, 'a server is told the map');
select is(pg_temp.tell(3, 's1'), 3, 'the same map can be told again');
select throws_ok($$select pg_temp.tell(3, 's1', array_fill('s1'::text, array[1024]))$$, 'KG001', null, 'one version is one map');
select throws_ok($$select pg_temp.tell(2, 's1')$$, 'KG001', null, 'an older map is not taken');
select test.as_anon();
select results_eq(
  $$select version, shard, address, is_here, cardinality(slots), slots[1] from core.current_shard_map()$$,
  $$values (3, 's1', 'host=one', true, 512, 0), (3, 's2', 'host=two', false, 512, 512)$$,
  'a stranger can read which slots live where'
);
select test.as_owner();

select lives_ok($$select core.enter(511)$$, 'a slot that lives here can be entered');
select is(
  (select array_agg(objid::integer) from pg_locks where locktype = 'advisory' and classid = 1936486260 and mode = 'ShareLock' and pid = pg_backend_pid()),
  array[511], 'who is in a slot holds its lock, shared with others'
);
select throws_ok($$select core.enter(512)$$, 'KG013', null, 'a slot that lives elsewhere cannot be entered');
select throws_ok($$select core.require_slot(512)$$, 'KG013', null, 'a slot that lives elsewhere cannot be read');
select is(core.refused_slot(512), '{"slot": 512, "mapVersion": 3}'::jsonb, 'a refusal names the slot and the version of the map');
select lives_ok($$select core.enter(null)$$, 'what has no slot is left to the command');

update core.slots set state = 'moving' where slot = 511;
select throws_ok($$select core.enter(511)$$, 'KG014', null, 'a slot that moves cannot be entered for the time being');
select lives_ok($$select core.require_slot(511)$$, 'a slot that moves can still be read where it was');

select throws_ok($$insert into xp.xp_seasons (season_id, starts_on, ends_on) values ('s', '2026-01-01', '2026-02-01')$$, 'KG013', null, 'a definition is not written on a shard');
set local session_replication_role = replica;
select lives_ok($$insert into xp.xp_seasons (season_id, starts_on, ends_on) values ('s', '2026-01-01', '2026-02-01')$$, 'a definition comes to a shard by replication');
set local session_replication_role = origin;

select is(pg_temp.tell(4, null), 4, 'the home of definitions is no shard');
select lives_ok($$insert into xp.xp_seasons (season_id, starts_on, ends_on) values ('t', '2026-03-01', '2026-04-01')$$, 'a definition is written at its home');
select throws_ok($$select core.enter(511)$$, 'KG013', null, 'nobody plays at the home of definitions');

select is(pg_temp.tell(5, 's2'), 5, 'a newer map is taken');

select * from finish();
rollback;
