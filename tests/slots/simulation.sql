begin;
select plan(35);
create temp table t as
select test.slots_certain_game(2) as game, (
  select game_id from slots.create_game('Bounds', '{"algorithm": "hmac-sha256", "reels": [["A", "B", "C"], ["A", "B"]]}', '{"A": {"payouts": {"1": 1, "2": 3}}, "B": {}, "C": {}}',
    min_bet => 2, max_bet => 10, cost_rate => '{"perSpinFee": 0.5}')
) as bounds;
grant select on t to public;
select test.as_service();

create temp table played as
select s.* from t cross join lateral slots.simulate_session(
  bounds, 'luck',
  '[{"type": "Spin"}, {"type": "PlaceBet", "amount": 1}, {"type": "PlaceBet", "amount": 11}, {"type": "PlaceBet", "amount": 4, "policy": {"name": "me", "version": "1"}, "probability": 0.5},
    {"type": "PlaceBet", "amount": 4}, {"type": "Spin", "next": {"amount": 2}}, {"type": "CashOut"}, {"type": "CashOut"}]'
) as s;
select results_eq(
  $$ select action_no, event_index, problem from played order by action_no, event_index $$,
  $$ values (1, null::bigint, 'BET_REQUIRED'), (2, null, 'BET_UNDER_MINIMUM'), (3, null, 'BET_LIMIT_EXCEEDED'), (4, 1, null), (5, null, 'BET_PLACED'), (6, 2, null),
    (7, 3, null), (7, 4, null), (8, null, 'STATE_ERROR') $$,
  'a simulated session takes what slots.act takes, and names the refusal of what it would refuse'
);
select results_eq(
  $$ select event_index, action from played where problem is null order by event_index $$,
  $$ values (1::bigint, '{"type": "PlaceBet", "amount": 4}'::jsonb), (2, '{"type": "Spin", "next": {"amount": 2}}'), (3, '{"type": "Spin"}'), (4, '{"type": "CashOut"}') $$,
  'cashing out in a simulation plays the pending bet as a step of its own, and no step holds who chose it'
);
select is_empty(
  $$ select n.event_index from played as r join played as n on n.event_index = r.event_index + 1 where n.obs <> r.next_obs $$,
  'the observation after a simulated step is the one before the next'
);
select is_empty(
  $$ select action_no from played where problem is not null and (obs <> next_obs or reward <> 0 or result is not null or nonce is not null) $$,
  'what is refused in a simulation changes nothing'
);
select results_eq(
  $$ select result - 'next' from played where nonce is not null order by nonce $$,
  $$ select jsonb_build_object('symbols', v.symbols, 'stops', v.stops, 'multiplier', v.multiplier, 'payout', trim_scale(v.multiplier * s.stake))
    from t cross join (values (0, 4), (1, 2)) as s (nonce, stake) cross join lateral slots.verify_spin(bounds, sha256('gamekeeper simulation'), 'luck', s.nonce) as v order by s.nonce $$,
  'anybody can verify the draws of a simulation without a seed of its own'
);
select is(
  (select (next_obs ->> 'balanceChange')::double precision from played where terminated and problem is null), (select sum(reward) from played),
  'the winnings of a simulated session are the sum of its rewards, fees taken off'
);
select is((select count(*) from t cross join lateral slots.simulate_session(bounds, 'luck', '[]')), 0::bigint, 'a simulated session of no actions has no steps');
select is(
  (select problem from t cross join lateral slots.simulate_session(bounds, 'luck', '[{"type": "PlaceBet", "amount": 4}]', 4.4999)), 'INSUFFICIENT_FUNDS',
  'a simulated balance has to cover stake and fee'
);
select is(
  (select problem from t cross join lateral slots.simulate_session(bounds, 'luck', '[{"type": "PlaceBet", "amount": 4}]', 4.5)), null,
  'a simulated bet may spend all that is there'
);
select is(
  (select problem from t cross join lateral slots.simulate_session(bounds, 'luck', '[{"type": "PlaceBet", "amount": 4}]', 4.5, 0.75)), 'INSUFFICIENT_FUNDS',
  'the fee of a simulated wallet counts where it is greater than the game''s'
);
select results_eq(
  $$ select problem from t cross join lateral slots.simulate_session(game, 'luck', '[{"type": "Spin", "amount": 3}, {"type": "PlaceBet", "amount": 2}, {"type": "Spin", "next": {"amount": 4}}]', 2) $$,
  $$ values ('INSUFFICIENT_FUNDS'), (null), (null) $$,
  'what a simulated spin pays is there for the next bet, but not for its own'
);
select throws_ok(format('select * from t cross join lateral slots.simulate_session(%s)', bad), 'KG001', null, format('simulate_session refuses the arguments (%s)', left(bad, 60)))
from unnest(array[
  'game, null, ''[]''', 'game, '''', ''[]''', 'game, repeat(''x'', 201), ''[]''', 'game, ''x'', null', 'game, ''x'', ''{}''', 'game, ''x'', ''[1]''', 'game, ''x'', ''[{"type": "Jump"}]''',
  'game, ''x'', ''[]'', -1', 'game, ''x'', ''[]'', fee => null', 'game, ''x'', ''[]'', fee => -1', 'game, ''x'', ''[]'', server_seed => ''''',
  'game, ''x'', (select jsonb_agg(''{"type": "Spin"}''::jsonb) from generate_series(1, 10001))'
]) as bad;
select throws_ok(format('select * from t cross join lateral slots.simulate_steps(game, %s)', bad), 'KG001', null, format('simulate_steps refuses the arguments (%s)', left(bad, 60)))
from unnest(array[
  '''{}'', ''{}'', ''{}'', ''{}'', ''{}''', 'null, ''{0}'', ''{0}'', ''{Spin}'', ''{0}''', '''{a,b}'', ''{0}'', ''{0}'', ''{Spin}'', ''{0}''',
  '''{a}'', ''{0}'', ''{0}'', ''{Spin}'', ''{0}'', ''{1,2}''', '''{a}'', ''{-1}'', ''{0}'', ''{Spin}'', ''{0}''', '''{a}'', ''{0}'', ''{NaN}'', ''{Spin}'', ''{0}''',
  '''{a}'', ''{0}'', ''{null}'', ''{Spin}'', ''{0}''', '''{null}'', ''{0}'', ''{0}'', ''{Spin}'', ''{0}''', '''{a}'', ''{0}'', ''{0}'', ''{Spin}'', ''{0}'', ''{-1}'''
]) as bad;
select throws_ok($$ select slots.simulate_session(gen_random_uuid(), 'x', '[]') $$, 'KG004', null, 'a session of an unknown game cannot be simulated');
select results_eq(
  $$ select s.problem, s.spins, s.pending_bet, s.balance_change, s.terminated from t cross join lateral slots.simulate_steps(
    game, '{a,b,c,d,e,f}', '{0,0,0,0,1,0}', '{1,1,1,0,0,0}', '{Spin,Spin,Jump,PlaceBet,PlaceBet,CashOut}', '{0,1,0,0,NaN,0}') with ordinality as s order by s.ordinality $$,
  $$ values (null::text, 1::bigint, 0::float8, 2::float8, false), (null, 1, 1, 1, false), ('INVALID_INPUT', 0, 1, 0, false), ('INVALID_INPUT', 0, 0, 0, false),
    ('INVALID_INPUT', 1, 0, 0, false), ('STATE_ERROR', 0, 0, 0, false) $$,
  'each simulated episode has the answer to its own action, and a refused one holds up none of the others'
);
select test.as_owner();
select slots.retire_game((select bounds from t), 'seldom played') is not null as retired \gset
select test.as_service();
select is((select count(*) from t cross join lateral slots.simulate_session(bounds, 'luck', '[{"type": "PlaceBet", "amount": 4}]') as s where s.problem is null), 1::bigint, 'a withdrawn game can be simulated');
select * from finish();
rollback;
