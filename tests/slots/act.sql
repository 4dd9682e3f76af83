begin;
select plan(88);
select test.clients_commit();
create temp table t as select
  test.slots_certain_game(2) as game, test.slots_wallet('ann', 100, 60, '{"perSpinFee": 0.5, "perQueryFee": 0.25}') as wallet;
alter table t add column s uuid, add column other uuid;
update t set s = test.slots_session(game, wallet), other = test.slots_session(test.slots_certain_game(0), test.slots_wallet('bob', 5));
grant select on t to public;
create function pg_temp.try(action jsonb, key text default null) returns text language plpgsql as $$
declare
  _r slots.act_result;
begin
  _r := slots.act((select s from t), action, key);
  return concat_ws(' ', _r.state, _r.result, _r.reward, _r.balance, _r.event_index, _r.nonce);
end
$$;

select test.as_user(test.user('ann'));
-- the normal course
select throws_ok($$ select pg_temp.try('{"type": "Spin"}') $$, 'KG101', null, 'a spin needs a bet');
select throws_ok($$ select pg_temp.try('{"type": "CashOut"}') $$, 'KG005', null, 'a session in which nothing was played cannot be cashed out');
select is(pg_temp.try('{"type": "PlaceBet", "amount": 10}', 'k1'), 'Playing {"stake": 10} 0 89.5000 1', 'PlaceBet debits stake and fee together');
select is((select pending_bet from slots.sessions where session_id = (select s from t)), 10.0000, 'the bet is pending');
select throws_ok($$ select pg_temp.try('{"type": "PlaceBet", "amount": 1}') $$, 'KG106', null, 'a second bet is refused while one is pending');
select throws_ok($$ select pg_temp.try('{"type": "Spin", "amount": 1}') $$, 'KG106', null, 'a spin with an amount cannot have a second bet');
select is(
  pg_temp.try('{"type": "Spin"}', 'k2'),
  'Evaluating {"stops": [0], "payout": 20, "symbols": ["A"], "multiplier": 2} 9.5 109.5000 2 0',
  'Spin draws and credits the payout'
);
select throws_ok($$ select pg_temp.try('{"type": "Spin"}') $$, 'KG101', null, 'a spin spends the bet, so that the next needs another');
select is(
  pg_temp.try('{"type": "Spin", "amount": 4.0}', 'k3'),
  'Evaluating {"stops": [0], "payout": 8, "symbols": ["A"], "multiplier": 2} 3.5 113.0000 3 1',
  'Spin with an amount is both in one call'
);
select is(pg_temp.try('{"type": "PlaceBet", "amount": 3}', 'k4'), 'Playing {"stake": 3} 0 109.5000 4', 'a bet may be placed again after a spin');

-- the same key
select is(pg_temp.try('{"type": "PlaceBet", "amount": 10}', 'k1'), 'Playing {"stake": 10} 0 89.5000 1', 'a retry returns the first result, however long ago');
select is(
  pg_temp.try('{"type": "Spin", "amount": 4}', 'k3'),
  'Evaluating {"stops": [0], "payout": 8, "symbols": ["A"], "multiplier": 2} 3.5 113.0000 3 1',
  'a retry may write the number otherwise'
);
select is((select event_count from slots.sessions where session_id = (select s from t)), 4::bigint, 'a retry makes no event');
select is((select balance from slots.wallets where wallet_id = (select wallet from t)), 109.5000, 'a retry moves nothing');
select throws_ok($$ select pg_temp.try('{"type": "Spin", "amount": 5}', 'k3') $$, 'KG006', null, 'the same key for another action conflicts');
select throws_ok($$ select pg_temp.try('{"type": "CashOut"}', 'k3') $$, 'KG006', null, 'the same key for another type conflicts');
select throws_ok(format($$ select pg_temp.try('{"type": "Spin"}', %L) $$, bad), 'KG001', null, 'a key is 1 to 200 characters')
from unnest(array['', repeat('k', 201)]) as bad;

-- bad actions
select throws_ok(format($$ select pg_temp.try(%s) $$, bad), 'KG001', null, format('the action %s is refused', left(bad, 50)))
from unnest(array[
  'null', '''null''', '''"Spin"''', '''[]''', '''5''', '''{}''', '''{"type": null}''', '''{"type": "spin"}''', '''{"type": ["Spin"]}''', '''{"type": 1}''',
  '''{"type": "Spin", "amount": "1"}''', '''{"type": "Spin", "amount": null}''', '''{"type": "Spin", "amount": [1]}''', '''{"type": "Spin", "amount": true}''',
  '''{"type": "Spin", "amount": 0}''', '''{"type": "Spin", "amount": -1}''', '''{"type": "Spin", "amount": 0.00001}''', '''{"type": "Spin", "amount": 1e400}''',
  '''{"type": "Spin", "amount": 10000000000000000}''', '''{"type": "PlaceBet"}''', '''{"type": "CashOut", "amount": 1}''',
  '''{"type": "Spin", "Amount": 1}''', '''{"type": "Spin", "amount": 1, "times": 2}''', '''{"type": "Spin", "next": 1}''', '''{"type": "Spin", "next": {}}''', '''{"type": "Spin", "next": {"amount": "1"}}''', '''{"type": "Spin", "next": {"amount": 0}}''', '''{"type": "Spin", "next": {"amount": 1, "now": true}}''', '''{"type": "Spin", "amount": 1, "next": {"amount": 1}}''', '''{"type": "PlaceBet", "amount": 1, "next": {"amount": 1}}''', '''{"type": "CashOut", "next": {"amount": 1}}''', quote_literal(jsonb_build_object('type', repeat('S', 100000)))
]) as bad;

-- limits
select throws_ok($$ select pg_temp.try('{"type": "Spin", "amount": 50.0001}') $$, 'KG106', null, 'a waiting bet is looked at before the size of the next');
select pg_temp.try('{"type": "Spin"}');
select throws_ok($$ select pg_temp.try('{"type": "Spin", "amount": 50.0001}') $$, 'KG102', null, 'a bet above the profile''s maxBet is refused');
-- spent so far: stakes 10 + 4 + 3, fees 3 x 0.5 = 18.5 of 60
select is((select spent_today from slots.wallets where wallet_id = (select wallet from t)), 18.5000, 'stakes and fees count as spend');
select throws_ok($$ select pg_temp.try('{"type": "Spin", "amount": 41.0001}') $$, 'KG104', null, 'the limit is not passed by a ten-thousandth');
-- A TimeZone whose abbreviation UTC ends the day between the last entry and now: PostgreSQL 18 would believe it.
select test.as_owner();
update slots.wallets
set last_entry_at = greatest(last_entry_at - interval '1 hour', date_trunc('day', last_entry_at, 'UTC'))
where wallet_id = (select wallet from t);
select set_config('timezone', '<UTC>-' || to_char(interval '24:00' - core.utc(last_entry_at + (now() - last_entry_at) / 2)::time, 'HH24:MI'), true)
from slots.wallets where wallet_id = (select wallet from t);
select test.as_user(test.user('ann'));
select throws_ok($$ select pg_temp.try('{"type": "Spin", "amount": 41.0001}') $$, 'KG104', null, 'no TimeZone ends the day of the limit');
reset timezone;
select is((select event_count from slots.sessions where session_id = (select s from t)), 5::bigint, 'a refused action leaves no event');
select lives_ok($$ select pg_temp.try('{"type": "Spin", "amount": 40.5}') $$, 'the limit may be reached');
select is((select spent_today from slots.wallets where wallet_id = (select wallet from t)), 59.5000, 'a bet that reaches the limit counts as spend');
select throws_ok($$ select pg_temp.try('{"type": "PlaceBet", "amount": 0.0001}') $$, 'KG104', null, 'the fee counts with the stake: a bet that could not be spun is not taken');
select test.as_service();
select slots.set_daily_limit((select wallet from t), 100);
select test.as_user(test.user('ann'));
select is(
  pg_temp.try('{"type": "Bet", "amount": 1}'), 'Playing {"stake": 1} 0 154.0000 7', 'the action Bet means PlaceBet'
);
select is(
  pg_temp.try('{"type": "Spin", "next": {"amount": 2}}', 'next'),
  'Playing {"next": {"stake": 2}, "stops": [0], "payout": 2, "symbols": ["A"], "multiplier": 2} 0.5 153.5000 8 4',
  'Spin with next settles one bet and places another'
);
select is(
  pg_temp.try('{"type": "Spin", "next": {"amount": 2}}', 'next'),
  'Playing {"next": {"stake": 2}, "stops": [0], "payout": 2, "symbols": ["A"], "multiplier": 2} 0.5 153.5000 8 4',
  'a retry of a spin with next bets nothing more'
);
select is(
  (select array_agg(kind order by entry_no) from slots.wallet_entries where session_id = (select s from t) and event_index = 8),
  array['payout', 'stake', 'fee'], 'the ledger holds the payout before the next stake and fee'
);
create function pg_temp.detail(action jsonb) returns jsonb language plpgsql as $$
declare
  _detail text;
begin
  perform pg_temp.try(action);
  return null;
exception
  when others then
    get stacked diagnostics _detail = pg_exception_detail;
    return _detail::jsonb || jsonb_build_object('code', sqlstate);
end
$$;
select is(
  pg_temp.detail('{"type": "Spin", "next": {"amount": 50.0001}}'),
  '{"code": "KG102", "part": "next", "asked": 50.0001, "maxBet": 50}', 'a next bet above maxBet refuses the whole call, and DETAIL names the part'
);
select is(pg_temp.detail('{"type": "Spin", "next": {"amount": 50}}') - '{spentToday,asked}'::text[], '{"code": "KG104", "part": "next", "dailyLimit": 100.0000}', 'a next bet that would pass the limit refuses the whole call');
select is(pg_temp.detail('{"type": "PlaceBet", "amount": 1}'), '{"code": "KG106", "stake": 2}', 'DETAIL of a second bet names the stake that waits');
select is((select event_count from slots.sessions where session_id = (select s from t)), 8::bigint, 'a refused next leaves the bet where it was');
select is(
  pg_temp.try('{"type": "CashOut"}', 'out'),
  'Completed {"spin": {"stops": [0], "payout": 4, "symbols": ["A"], "multiplier": 2}} 0 157.5000 10', 'CashOut plays the pending bet and completes the session'
);
select is((select spent_today from slots.wallets where wallet_id = (select wallet from t)), 63.5000, 'a bet that cashing out played stays spend');
select is(
  pg_temp.try('{"type": "CashOut"}', 'out'),
  'Completed {"spin": {"stops": [0], "payout": 4, "symbols": ["A"], "multiplier": 2}} 0 157.5000 10', 'a retry of the action that ended the session returns its result'
);
select throws_ok(format($$ select pg_temp.try('{"type": "%s"%s}') $$, a, b), 'KG005', null, format('a completed session takes no %s', a))
from (values ('Spin', ''), ('CashOut', ''), ('PlaceBet', ', "amount": 1')) as v (a, b);

-- everything changed together
select test.as_owner();
select is(
  (select metrics from slots.sessions where session_id = (select s from t)),
  '{"spins": 6, "wins": 6, "totalBet": 60.5, "totalPayout": 121, "totalFees": 3.0, "totalReward": 57.5}', 'the metrics are running counters'
);
select results_eq(
  $$ select event_index, action ->> 'type', state::text, balance from slots.gameplay_events where session_id = (select s from t) order by event_index $$,
  $$ values (1::bigint, 'PlaceBet', 'Playing', 89.5000), (2, 'Spin', 'Evaluating', 109.5000), (3, 'Spin', 'Evaluating', 113.0000), (4, 'PlaceBet', 'Playing', 109.5000),
    (5, 'Spin', 'Evaluating', 115.5000), (6, 'Spin', 'Evaluating', 155.5000), (7, 'PlaceBet', 'Playing', 154.0000), (8, 'Spin', 'Playing', 153.5000),
    (9, 'Spin', 'Evaluating', 157.5000), (10, 'CashOut', 'Completed', 157.5000) $$,
  'there is one event per action, and one more for the bet that cashing out plays'
);
select results_eq(
  $$ select event_index, id, done, reward from slots.rl_store where session_id = (select s from t) order by event_index $$,
  $$ select event_index, event_id, action ->> 'type' = 'CashOut', reward from slots.gameplay_events where session_id = (select s from t) order by event_index $$,
  'every event has one experience, and only the last is done'
);
select is(
  (select count(*) from slots.rl_store as r join slots.rl_store as n on n.session_id = r.session_id and n.event_index = r.event_index + 1
    where r.session_id = (select s from t) and r.next_state <> n.state),
  0::bigint, 'each experience starts in the state where the one before ended'
);
select is(
  (select state from slots.rl_store where session_id = (select s from t) and event_index = 2),
  '{"state": "Playing", "balanceChange": -10.5, "pendingBet": 10, "spins": 0}', 'the observation tells state, what the episode won or lost, pending bet and spins'
);
select test.slots_books_balance();

-- another wallet: funds, strangers
select test.as_user(test.user('bob'));
select throws_ok($$ select slots.act((select other from t), '{"type": "Spin", "amount": 5.0001}') $$, 'KG103', null, 'a bet above the balance is refused');
select is((slots.act((select other from t), '{"type": "Spin", "amount": 5}')).balance, 0.0000, 'a losing spin loses the stake');
select throws_ok($$ select slots.act((select s from t), '{"type": "Spin", "amount": 1}') $$, 'KG004', null, 'another user''s session is not found');
select throws_ok($$ select slots.act(gen_random_uuid(), '{"type": "Spin", "amount": 1}') $$, 'KG004', null, 'an unknown session is not found');
select throws_ok($$ select slots.act(null, '{"type": "Spin", "amount": 1}') $$, 'KG004', null, 'a session id of null is not found');
select test.as_user(test.user('cat'));
select throws_ok(
  format($$ select slots.act(%L, '{"type": "Spin", "amount": 1}') $$, (slots.create_session((select game from t))).session_id),
  'KG001', null, 'a session without a wallet cannot be played by act'
);
select test.as_anon();
select throws_ok($$ select slots.act((select s from t), '{"type": "Spin", "amount": 1}') $$, '42501', null, 'a stranger has no right to call act');
select test.act_as('authenticated', '{"role": "authenticated"}');
select throws_ok($$ select slots.act((select s from t), '{"type": "Spin", "amount": 1}') $$, 'KG002', null, 'a caller without an id is asked to sign in');

-- amounts that would not fit are refused whole
select test.as_owner();
select throws_ok(
  $$ select slots.act(test.slots_session(test.slots_certain_game(1000000), test.slots_wallet('eve', 9999999999999999, 1e15), '{}'), '{"type": "Spin", "amount": 100}') $$,
  'KG102', null, 'a bet whose highest payout would not fit is refused with everything else'
);

select * from finish();
rollback;
