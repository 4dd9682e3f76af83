begin;
select plan(36);
select test.clients_commit();
create temp table t as select test.slots_certain_game(2) as game, test.slots_wallet('ann', 1000, 10000) as wallet;
grant select on t to public;
-- sessions of 1, 2, ... 20 steps: 210 experiences in blocks that are mostly not full
do $$
declare
  _s uuid;
begin
  for _n in 1 .. 20 loop
    _s := test.slots_session((select game from t), (select wallet from t));
    for _i in 1 .. _n loop perform slots.act(_s, '{"type": "Spin", "amount": 1}'); end loop;
  end loop;
end $$;
-- numbers lost by rollbacks
do $$ begin perform nextval(pg_get_serial_sequence('slots.rl_blocks', 'block_no')) from generate_series(1, 5); end $$;
do $$
declare
  _s uuid := test.slots_session((select game from t), (select wallet from t));
begin
  for _i in 1 .. 17 loop perform slots.act(_s, '{"type": "Spin", "amount": 1}'); end loop;
end $$;
select is((select count(*) from slots.rl_store), 227::bigint, 'there is a store to sample');
select is((select count(*) from slots.rl_blocks), 26::bigint, 'every stretch of 16 steps has its block');
select test.as_service();
select is((select count(*) from slots.rl_sample(256, 1)), 227::bigint, 'a batch larger than the store is the whole store');
select is((select count(distinct info) from slots.rl_sample(256, 1)), 227::bigint, 'a batch of the whole store holds each experience only one time');
select is((select count(distinct info) from slots.rl_sample(100, 1)), 100::bigint, 'a batch is full and without replacement');
select isnt((select array_agg(info) from slots.rl_sample(10, 1)), (select array_agg(info) from slots.rl_sample(10, 2)), 'another seed gives another batch');
select is((select array_agg(info) from slots.rl_sample(10, 1)), (select (array_agg(info))[1:10] from slots.rl_sample(50, 1)), 'a larger batch begins with the smaller one');
select throws_ok(format('select * from slots.rl_sample(%s)', bad), 'KG001', null, format('rl_sample refuses the arguments (%s)', bad))
from unnest(array['0, 1', '10001, 1', 'null, 1', '1, null', '1, 1, ''best''', '1, 1, null', '1, 1, n_step => 0', '1, 1, gamma => 1.1', '1, 1, gamma => ''NaN''',
  '1, 1, alpha => -1', '1, 1, beta => null', '1, 1, slice_length => 0']) as bad;
select throws_ok(format('select slots.rl_update_priorities(%s)', bad), 'KG001', null, format('rl_update_priorities refuses the arguments (%s)', bad))
from unnest(array['''{1}'', ''{0}''', '''{1}'', ''{NaN}''', '''{1}'', ''{1,1}''', '''{null}'', ''{1}''', 'null, ''{1}''', '''{1}'', ''{null}''', '''{{1},{2}}'', ''{1,1}''', '''{1,2}'', ''{{1},{1}}''']) as bad;
select is((select count(*) from slots.rl_sample(256, 1, game_id => (select game from t))), 227::bigint, 'a filter by game keeps the experiences of that game');
select is((select count(*) from slots.rl_sample(256, 1, game_id => gen_random_uuid())), 0::bigint, 'no experience is of an unknown game');
select is((select count(*) from slots.rl_sample(256, 1, policy => 'x@1') ), 0::bigint, 'no experience is of a policy that nobody named');
select is((select count(*) from slots.rl_sample(256, 1, since => now() + interval '1 day')), 0::bigint, 'no experience is younger than tomorrow');
select is((select count(*) from slots.rl_sample(16, 1, 'prioritised')), 16::bigint, 'a prioritised batch is full');
select is((select count(*) from slots.rl_sample(16, 1, 'prioritised', policy => 'x@1')), 0::bigint, 'a prioritised batch of what is not there ends');
select test.as_owner();
select is((select count(*) from slots.full_rl_blocks), 0::bigint, 'a prioritised batch takes in what has come');
select test.as_service();
-- 227 experiences x 20 expected each
select cmp_ok(
  (select sum((coalesce(n, 0) - 20.0) ^ 2 / 20.0)::double precision
    from generate_series(1, 227) as i
    left join (
      select row_number() over () as i, n from (
        select count(*) as n from generate_series(1, 454) as seed cross join lateral slots.rl_sample(10, seed) as s group by s.info
      ) as c
    ) as c using (i)),
  '<', 320::double precision, 'every experience is as likely as any other, in short sessions and long (chi-square, 226 degrees, p < 0.0001)'
);
select test.as_owner();
select throws_ok($$ update slots.rl_store set reward = 0 $$, 'KG008', null, 'no role changes an experience');
select * from finish();
rollback;
