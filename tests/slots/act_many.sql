begin;
select plan(27);
create temp table t as select test.slots_certain_game(2) as game, test.slots_wallet('ann', 100, 60, '{"perSpinFee": 0.5}') as wallet;
alter table t add column s uuid;
update t set s = test.slots_session(game, wallet);
grant select on t to public;
create function pg_temp.try(actions jsonb, key text default null) returns text[] language plpgsql as $$
begin
  return array(
    select concat_ws(' ', r.state, r.result, r.reward, r.balance, r.event_index, r.nonce)
    from slots.act_many((select s from t), try.actions, try.key) with ordinality as r (state, result, reward, balance, event_id, event_index, nonce, place)
    order by r.place
  );
end
$$;
create function pg_temp.spins(n integer, amount numeric) returns jsonb language sql as
$$ select jsonb_agg(jsonb_build_object('type', 'Spin', 'amount', spins.amount)) from generate_series(1, spins.n) $$;

select test.as_user(test.user('ann'));
select throws_ok($$ select pg_temp.try('[{"type": "Spin", "amount": 1}]') $$, 'KG009', null, 'a client who can abort takes one action a transaction');
select throws_ok($$ select pg_temp.try('[{"type": "PlaceBet", "amount": 1}]') $$, 'KG009', null, 'a client who can abort places no bet in a batch either');
select test.clients_commit();
select is(
  pg_temp.try('[{"type": "PlaceBet", "amount": 10}, {"type": "Spin", "next": {"amount": 2}}, {"type": "Spin"}]', 'b1'),
  array[
    'Playing {"stake": 10} 0 89.5000 1',
    'Playing {"next": {"stake": 2}, "stops": [0], "payout": 20, "symbols": ["A"], "multiplier": 2} 9.5 107.0000 2 0',
    'Evaluating {"stops": [0], "payout": 4, "symbols": ["A"], "multiplier": 2} 1.5 111.0000 3 1'
  ],
  'a batch answers as its actions would have one after the other'
);
select is(
  (select array_agg(e.kind || ' ' || e.amount || ' ' || e.event_index || ' ' || e.idempotency_key order by e.entry_no) from slots.wallet_entries as e where e.session_id is not null),
  array['stake -10.0000 1 b1', 'fee -0.5000 1 b1', 'payout 20.0000 2 b1', 'stake -2.0000 2 b1', 'fee -0.5000 2 b1', 'payout 4.0000 3 b1'],
  'each action of a batch has its entries, under the key of the call'
);
select is((select count(*) from slots.rl_store), 3::bigint, 'each action of a batch has its experience');

-- the same key
select is(
  (pg_temp.try('[{"type": "PlaceBet", "amount": 10}, {"type": "Spin", "next": {"amount": 2}}, {"type": "Spin"}]', 'b1'))[3],
  'Evaluating {"stops": [0], "payout": 4, "symbols": ["A"], "multiplier": 2} 1.5 111.0000 3 1',
  'a repeated batch has the answers of the first'
);
select is((select event_count from slots.sessions where session_id = (select s from t)), 3::bigint, 'a repeated batch makes no event');
select is((select balance from slots.wallets), 111.0000, 'a repeated batch moves nothing');
select throws_ok($$ select pg_temp.try('[{"type": "Spin", "amount": 1}]', 'b1') $$, 'KG006', null, 'the key of a batch with other actions conflicts');
select throws_ok($$ select pg_temp.try('[{"type": "Spin", "amount": 1}]', '') $$, 'KG001', null, 'the key of a batch has a character at least');

-- all or nothing
select throws_ok(
  $$ select pg_temp.try('[{"type": "Spin", "amount": 1}, {"type": "Spin", "amount": 1}, {"type": "Spin"}]', 'b2') $$, 'KG101', null,
  'a batch is refused with the error of the action that can''t be taken'
);
select is(
  (select array_agg(n order by n) from (
    select count(*) as n from slots.gameplay_events union all select count(*) from slots.rl_store union all select count(*) from slots.wallet_entries
  ) as c),
  array[3, 3, 7]::bigint[], 'a batch that is refused leaves nothing of the actions before'
);
select is(cardinality(pg_temp.try('[{"type": "Spin", "amount": 1}]', 'b2')), 1, 'the key of a batch that was refused is free');
select throws_ok($$ select pg_temp.try(pg_temp.spins(100, 1)) $$, 'KG104', null, 'the wallet''s daily limit holds within a batch');
select is((select balance from slots.wallets), 111.5000, 'a batch beyond a limit stakes nothing');

-- what a batch is
select throws_ok(format($$ select pg_temp.try(%s) $$, bad), 'KG001', null, format('the batch %s is refused', left(bad, 40)))
from unnest(array['null', '''null''', '''{}''', '''[]''', '''"Spin"''', '''[null]''', '''[[]]''', '''[{"type": "Spin", "amount": 0}]''', 'pg_temp.spins(101, 0.01)']) as bad;

-- the end
select is(
  pg_temp.try('[{"type": "PlaceBet", "amount": 1}, {"type": "CashOut"}]', 'b3'),
  array[
    'Playing {"stake": 1} 0 110.0000 5',
    'Completed {"spin": {"stops": [0], "payout": 2, "symbols": ["A"], "multiplier": 2}} 0 112.0000 7'
  ],
  'a CashOut in a batch plays the bet that waits, and has one answer'
);
select is(
  pg_temp.try('[{"type": "PlaceBet", "amount": 1}, {"type": "CashOut"}]', 'b3'),
  array[
    'Playing {"stake": 1} 0 110.0000 5',
    'Completed {"spin": {"stops": [0], "payout": 2, "symbols": ["A"], "multiplier": 2}} 0 112.0000 7'
  ],
  'a repeated batch leaves out the spin that its CashOut played'
);
select throws_ok($$ select pg_temp.try('[{"type": "Spin", "amount": 1}]') $$, 'KG005', null, 'a batch after the end is refused');
select * from finish();
rollback;
