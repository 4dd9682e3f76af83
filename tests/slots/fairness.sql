begin;
select plan(28);
select test.clients_commit();
create temp table t as select test.slots_game() as game, test.slots_wallet('ann', 100000, 1000000) as wallet;
alter table t add column s uuid;
update t set s = test.slots_session(game, wallet);
grant select on t to public;

select test.as_user(test.user('ann'));
create temp table before as select * from slots.session_status((select s from t));
do $$ begin for _i in 1 .. 30 loop perform slots.act((select s from t), '{"type": "Spin", "amount": 1}'); end loop; end $$;
create temp table r as select * from slots.rotate_seed((select s from t), 'second');
grant select on r to public;
select is((select sha256(server_seed) from r), (select server_seed_hash from before), 'the revealed seed is the one whose hash was published at creation');
select results_eq(
  $$ select client_seed, spins, next_client_seed from r $$, $$ values ('luck', 30::bigint, 'second') $$, 'rotating returns the client seed, the number of spins and the next client seed'
);
select isnt((select next_server_seed_hash from r), (select server_seed_hash from r), 'rotating makes another server seed live');
select is((select next_server_seed_hash from r), (select next_server_seed_hash from before), 'the hash of the new seed was published before its client seed was chosen');
select isnt((slots.session_status((select s from t))).next_server_seed_hash, (select next_server_seed_hash from r), 'the status names the hash of the seed after the new one');
select is((slots.session_status((select s from t))).nonce, 0::bigint, 'the new seed starts at nonce 0');
select is((slots.session_status((select s from t))).server_seed_hash, (select next_server_seed_hash from r), 'the status names the hash of the live seed');
select is_empty($$ select from slots.revealed_seeds $$, 'the transaction that ended a seed does not see it');
select test.as_owner();
select results_eq(
  $$ select seed_no, server_seed, client_seed, spins from slots.revealed_seeds where session_id = (select s from t) $$,
  $$ select 1, server_seed, client_seed, spins from r $$, 'the ended seed can be looked up later'
);

-- every spin verifies, by anyone
create temp table played as select e.nonce, e.result from slots.list_events((select s from t)) as e;
grant select on played to public;
select test.as_anon();
select results_eq(
  $$ select p.nonce, to_jsonb(v.stops), to_jsonb(v.symbols), v.multiplier
    from played as p cross join r cross join lateral slots.verify_spin((select game from t), r.server_seed, r.client_seed, p.nonce) as v order by p.nonce $$,
  $$ select p.nonce, p.result -> 'stops', p.result -> 'symbols', (p.result -> 'multiplier')::numeric from played as p order by p.nonce $$,
  'anyone can recompute every spin from the revealed seed'
);
select cmp_ok((select count(distinct result -> 'stops') from played), '>', 5::bigint, 'the spins of a session are not all the same');
select throws_ok(format($$ select slots.verify_spin((select game from t), %s) $$, bad), 'KG001', null, format('verify_spin refuses the arguments (%s)', left(bad, 30)))
from unnest(array[
  'null, ''x'', 0', '''\x00'', ''x'', 0', 'sha256(''''), null, 0', 'sha256(''''), '''', 0', 'sha256(''''), ''x'', -1', 'sha256(''''), ''x'', null',
  'sha256(''''), repeat(''x'', 201), 0'
]) as bad;
select throws_ok($$ select slots.verify_spin(gen_random_uuid(), sha256(''), 'x', 0) $$, 'KG004', null, 'a spin of an unknown game is not found');
select throws_ok($$ select slots.rotate_seed((select s from t)) $$, '42501', null, 'a stranger cannot rotate a seed');

-- a published draw, fixed for ever: the same in any language
select results_eq(
  $$ select stops from slots.verify_spin((select game from t), sha256('gamekeeper'), 'client', 7) $$,
  $$ values (array[3, 2, 2]) $$, 'a known seed gives the documented stops'
);

select test.as_user(test.user('bob'));
select throws_ok($$ select slots.rotate_seed((select s from t)) $$, 'KG004', null, 'another user cannot rotate a session''s seed');
select is_empty($$ select * from slots.revealed_seeds $$, 'another user sees no ended seed of a session');
select test.as_user(test.user('ann'));
select throws_ok(format($$ select slots.rotate_seed((select s from t), %L) $$, bad), 'KG001', null, 'a client seed is 1 to 200 characters')
from unnest(array['', repeat('x', 201)]) as bad;
select isnt((slots.rotate_seed((select s from t))).next_client_seed, 'second', 'without a client seed one is made up');

-- fair: many draws against the strips
select test.as_owner();
select cmp_ok(
  (
    with drawn as (
      select slots.draw_stops(core.hmac_pad(sha256('chi'), 54), core.hmac_pad(sha256('chi'), 92), 'client', n, array[7, 10, 3]) as stops
      from generate_series(1, 21000) as n
    ),
    counts as (
      select r.reel, r.size, d.stops[r.reel] as stop, count(*) as times
      from drawn as d cross join (values (1, 7), (2, 10), (3, 3)) as r (reel, size) group by 1, 2, 3
    )
    select sum((times - 21000.0 / size) ^ 2 / (21000.0 / size))::double precision from counts
  ),
  '<', 44.5::double precision, 'the stops of 21 000 draws are uniform (chi-square, 17 degrees, p = 0.0003)'
);
select is(
  slots.draw_stops(core.hmac_pad(sha256('gamekeeper'), 54), core.hmac_pad(sha256('gamekeeper'), 92), 'client', 7, array[5, 4, 4]),
  array(
    select (('x' || encode(substring(sha256(core.hmac_pad(sha256('gamekeeper'), 92) || sha256(core.hmac_pad(sha256('gamekeeper'), 54) || convert_to('client:7:' || k, 'UTF8'))) from 1 for 4), 'hex'))::bit(32)::bigint::numeric % size)::integer
    from (values (0, 5), (1, 4), (2, 4)) as d (k, size)
  ),
  'a draw is HMAC-SHA256 of client seed, nonce and draw number'
);
select * from finish();
rollback;
