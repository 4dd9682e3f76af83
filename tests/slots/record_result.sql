begin;
select plan(36);
select test.clients_commit();
create temp table t as select test.slots_game() as game, test.slots_wallet('ann', 100, 1000, '{"perSpinFee": 0.5, "perQueryFee": 0.25}') as wallet;
alter table t add column s uuid;
update t set s = test.slots_session(game, wallet);
grant select on t to public;

select test.as_service();
select results_eq(
  $$ select state::text, result, reward, balance, nonce from slots.record_result((select s from t), '{"type": "Spin", "amount": 2}',
    '{"symbols": ["Bar", "Bar", "Bar"], "payout": 8}') $$,
  $$ values ('Evaluating', '{"stops": [], "payout": 8, "symbols": ["Bar", "Bar", "Bar"], "multiplier": 4}'::jsonb, 5.75::double precision, 105.7500, null::bigint) $$,
  'an observed outcome is booked like a spin, with the query fee and no draw'
);
select slots.record_result((select s from t), '{"type": "Spin", "amount": 1}', '{"symbols": ["Bar", "Wild", "Seven"], "stops": [1, 2, 2], "multiplier": 0, "payout": 0}');
select is((slots.act((select s from t), '{"type": "PlaceBet", "amount": 1}')).balance, 103.0000, 'a bet can be placed in a session that records outcomes');
select throws_ok(
  $$ select slots.record_result((select s from t), '{"type": "Spin", "amount": 1}', '{"symbols": ["Bar", "Bar", "Bar"], "payout": 4}') $$,
  'KG106', null, 'an observed outcome never settles a bet that act placed'
);
select is(
  (select metrics from slots.sessions where session_id = (select s from t)),
  '{"spins": 2, "wins": 1, "totalBet": 3, "totalPayout": 8, "totalFees": 0.5, "totalReward": 4.5}', 'an observed outcome counts in the metrics'
);
select is((select nonce from slots.sessions where session_id = (select s from t)), 0::bigint, 'an observed outcome uses no nonce');
select is((select count(*) from slots.rl_store where session_id = (select s from t)), 3::bigint, 'each outcome and each bet is an experience');
select slots.act((select s from t), '{"type": "Spin"}');
select throws_ok(format($$ select slots.record_result((select s from t), %L, '{"symbols": ["Bar", "Bar", "Bar"], "payout": 8}') $$, bad), code, null, format('record_result refuses the action %s', bad))
from (values
  ('{"type": "PlaceBet", "amount": 1}', 'KG001'), ('{"type": "CashOut"}', 'KG001'), ('{"type": "Spin"}', 'KG001'), ('{"type": "Spin", "amount": 51}', 'KG102'),
  ('{"type": "Spin", "amount": 0}', 'KG001')
) as v (bad, code);
select throws_ok(format($$ select slots.record_result((select s from t), '{"type": "Spin", "amount": 1}', %s) $$, bad), 'KG001', null, format('record_result refuses the outcome %s', bad))
from unnest(array[
  'null', '''[]''', '''{}''', '''{"symbols": ["Bar", "Bar", "Bar"]}''', '''{"symbols": "Bar", "payout": 1}''', '''{"symbols": ["Bar", "Bar"], "payout": 1}''',
  '''{"symbols": ["Bar", "Bar", "Zed"], "payout": 1}''', '''{"symbols": ["Bar", "Bar", 7], "payout": 1}''', '''{"symbols": ["Bar", "Bar", "Bar"], "payout": "1"}''',
  '''{"symbols": ["Bar", "Bar", "Bar"], "payout": -1}''', '''{"symbols": ["Bar", "Bar", "Bar"], "payout": 0.00001}''',
  '''{"symbols": ["Bar", "Bar", "Bar"], "payout": 1, "multiplier": "1"}''', '''{"symbols": ["Bar", "Bar", "Bar"], "payout": 1, "multiplier": -1}''', '''{"symbols": ["Bar", "Bar", "Bar"], "payout": 1, "multiplier": 1000}''',
  '''{"symbols": ["Bar", "Bar", "Bar"], "payout": 1, "stops": 1}''', '''{"symbols": ["Bar", "Bar", "Bar"], "payout": 1, "stops": [1.5]}''',
  '''{"symbols": ["Bar", "Bar", "Bar"], "payout": 1, "stops": ["1"]}''', '''{"symbols": ["Bar", "Bar", "Bar"], "payout": 1, "mood": 1}'''
]) as bad;
create function pg_temp.problem(multiplier text) returns text language plpgsql as $$
declare
  _detail text;
begin
  perform slots.record_result((select s from t), '{"type": "Spin", "amount": 2}', format('{"symbols": ["Bar", "Bar", "Bar"], "payout": 8, "multiplier": %s}', problem.multiplier)::jsonb);
  return 'booked';
exception when others then
  get stacked diagnostics _detail = pg_exception_detail;
  return _detail::jsonb ->> 'problem';
end
$$;
select is(
  array[pg_temp.problem('3.9999'), pg_temp.problem('4.0001'), pg_temp.problem('0'), pg_temp.problem('4')],
  array['multiplier contradicts payout and stake', 'multiplier contradicts payout and stake', 'multiplier contradicts payout and stake', 'booked'],
  'an outcome whose multiplier contradicts payout and stake is refused for that, to the ten-thousandth'
);
select throws_ok($$ select slots.record_result(gen_random_uuid(), '{"type": "Spin", "amount": 1}', '{"symbols": ["Bar", "Bar", "Bar"], "payout": 1}') $$, 'KG004', null, 'an outcome of an unknown session is refused');

-- without a wallet
select test.as_user(test.user('bob'));
create temp table b as select (slots.create_session((select game from t))).session_id as s;
grant select on b to public;
select throws_ok($$ select slots.record_result((select s from b), '{"type": "Spin", "amount": 1}', '{"symbols": ["Bar", "Bar", "Bar"], "payout": 1}') $$, '42501', null, 'a player cannot record an outcome');
select test.as_service();
select results_eq(
  $$ select state::text, reward, balance from slots.record_result((select s from b), '{"type": "Spin", "amount": 1}', '{"symbols": ["Bar", "Bar", "Bar"], "payout": 4}') $$,
  $$ values ('Evaluating', 3::double precision, null::numeric) $$, 'a session without a wallet records outcomes and moves no money'
);
select is((slots.act((select s from b), '{"type": "CashOut"}')).state::text, 'Completed', 'a session without a wallet can be completed');
select results_eq($$ select balance, next_state -> 'balanceChange' from slots.rl_store where session_id = (select s from b) and event_index = 1 $$, $$ values (null::numeric, '3'::jsonb) $$, 'an experience without a wallet has no balance, and knows what the episode won');
select test.slots_books_balance();
select * from finish();
rollback;
