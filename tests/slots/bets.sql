-- What may be bet on a game, and what it costs: bounds, steps whose payouts are exact, the greater of two fees.
begin;
select plan(38);

-- A game that pays a multiple of each stake.
create function pg_temp.game(
  multiplier numeric, min_bet numeric default null, max_bet numeric default null, cost_rate jsonb default '{}'
) returns uuid language sql as $$
  select (slots.create_game(
    'Bounds', '{"algorithm": "hmac-sha256", "reels": [["A"]]}',
    jsonb_build_object('A', jsonb_build_object('payouts', jsonb_build_object('1', game.multiplier))), null,
    game.min_bet, game.max_bet, game.cost_rate
  )).game_id
$$;
create function pg_temp.step(multiplier numeric) returns numeric language plpgsql as $$
declare
  _game constant uuid := pg_temp.game(step.multiplier);
begin
  return (select trim_scale(g.bet_step) from slots.games as g where g.game_id = _game);
end
$$;
-- What a bet comes to: the balance after it, or the code of the refusal and its DETAIL.
create function pg_temp.bet(session uuid, action jsonb) returns text language plpgsql as $$
declare
  _detail text;
begin
  return (slots.act(bet.session, bet.action)).balance;
exception
  when others then
    get stacked diagnostics _detail = pg_exception_detail;
    return sqlstate || ' ' || _detail;
end
$$;
grant execute on all functions in schema pg_temp to public;

-- every payout is exact
select is(
  pg_temp.step(step.payout), step.expected,
  format('a payout of %s stakes is exact for multiples of %s', step.payout, step.expected)
)
from (values
  (0::numeric, 0.0001), (1, 0.0001), (1000000, 0.0001), (1.9, 0.001), (0.5, 0.0002), (0.25, 0.0004), (3.75, 0.0004),
  (0.3333, 1), (0.00000001, 10000), (0.99999999, 10000)
) as step (payout, expected);
select is(
  slots.bet_step(slots.compile_game(
    '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}', '{"A": {"payouts": {"1": 1.5}}, "B": {"payouts": {"1": 0.2}}}'
  )),
  0.001, 'the bet step is one for all payouts of a game'
);
select is(
  (
    select count(*)
    from generate_series(1, 300) as n
    cross join lateral (select slots.compile_game(
      '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}',
      jsonb_build_object(
        'A', jsonb_build_object('payouts', jsonb_build_object('1', (n * 7919 % 1000) / 1e2)),
        'B', jsonb_build_object('payouts', jsonb_build_object('1', (n * 104729 % 100) / 1e1))
      )
    ) as program) as p
    cross join lateral (select slots.bet_step(p.program) as step) as s
    where s.step <> (
      select min(k / 1e4)
      from generate_series(1, 100) as k
      where not exists (select from unnest((p.program).payouts) as o where o * k <> trunc(o * k))
    )
  ),
  0::bigint, 'whatever a game pays, its bet step is the smallest bet that is paid exactly'
);
create temp table t as
select test.slots_session(pg_temp.game(1.9), test.slots_wallet('ana'), '{}') as exact,
  test.slots_session(pg_temp.game(1.9, 0.0345, 20), test.slots_wallet('ben'), '{"maxBet": 30}') as bounded,
  test.slots_session(pg_temp.game(1.9, null, 20), test.slots_wallet('cat'), '{"maxBet": 5}') as careful,
  test.slots_session(pg_temp.game(0, null, null, '{"perSpinFee": 0.2, "perQueryFee": 0.1}'), test.slots_wallet('dan', 100, 1000, '{"perSpinFee": 0.5}'), '{}') as dear_wallet,
  test.slots_session(pg_temp.game(0, null, null, '{"perSpinFee": 0.2, "perQueryFee": 0.1}'), test.slots_wallet('eve', 100, 1000, '{"perSpinFee": 0.05}'), '{}') as dear_game,
  test.slots_session(pg_temp.game(0, null, null, '{"perSpinFee": 0.01}'), test.slots_wallet('fay', 10), '{}') as poor;
grant select on t to public;
select test.as_user(test.user('ana'));
select is(
  pg_temp.bet((select exact from t), '{"type": "PlaceBet", "amount": 0.0001}'),
  'KG113 {"asked": 0.0001, "minBet": 0.001, "betStep": 0.001}', 'a bet too small to be paid exactly is under the minimum'
);
select matches(pg_temp.bet((select exact from t), '{"type": "PlaceBet", "amount": 0.0005}'), '^KG113', 'a bet whose payout would have a fifth decimal is refused');
select matches(pg_temp.bet((select exact from t), '{"type": "PlaceBet", "amount": 0.0015}'), '^KG113', 'a greater bet that is no multiple of the step is refused too');
select is(pg_temp.bet((select exact from t), '{"type": "PlaceBet", "amount": 0.001}'), '99.9990', 'the smallest bet that is paid exactly is taken');
select test.as_owner();
select is(pg_temp.bet((select exact from t), '{"type": "Spin"}'), '100.0009', 'the smallest bet is paid exactly');
select throws_ok(
  $$ select slots.record_result((select exact from t), '{"type": "Spin", "amount": 0.0001}', '{"symbols": ["A"], "payout": 0.0001}') $$,
  'KG113', null, 'an outcome from elsewhere is booked for no bet that the game would not take'
);

-- the bounds of the game
select is((select min_bet from slots.games where game_id = (select game_id from slots.sessions where session_id = (select bounded from t))), 0.0350, 'a lowest bet is rounded up to the bet step');
select test.as_user(test.user('ben'));
select is(
  pg_temp.bet((select bounded from t), '{"type": "PlaceBet", "amount": 0.034}'),
  'KG113 {"asked": 0.034, "minBet": 0.035, "betStep": 0.001}', 'a bet under the lowest of the game is refused'
);
select is(
  pg_temp.bet((select bounded from t), '{"type": "PlaceBet", "amount": 20.001}'),
  'KG102 {"asked": 20.001, "maxBet": 20}', 'a bet above the highest of the game is refused, whatever the profile allows'
);
select is(pg_temp.bet((select bounded from t), '{"type": "PlaceBet", "amount": 20}'), '80.0000', 'the highest bet of the game is taken');
select test.clients_commit();
select test.as_user(test.user('ben'));
select is(
  pg_temp.bet((select bounded from t), '{"type": "Spin", "next": {"amount": 0.034}}'),
  'KG113 {"part": "next", "asked": 0.034, "minBet": 0.035, "betStep": 0.001}', 'a next bet under the lowest refuses the whole call, and DETAIL names the part'
);
select is(pg_temp.bet((select bounded from t), '{"type": "Spin", "next": {"amount": 0.035}}'), '117.9650', 'the lowest bet of the game is taken');
select test.as_user(test.user('cat'));
select is(
  pg_temp.bet((select careful from t), '{"type": "PlaceBet", "amount": 6}'),
  'KG102 {"asked": 6, "maxBet": 5}', 'a player profile may be stricter than the game'
);

-- the fee of the game
select test.as_user(test.user('dan'));
select is(pg_temp.bet((select dear_wallet from t), '{"type": "PlaceBet", "amount": 1}'), '98.5000', 'the fee of the wallet is charged where it is the greater');
select test.as_user(test.user('eve'));
select is(pg_temp.bet((select dear_game from t), '{"type": "PlaceBet", "amount": 1}'), '98.8000', 'the fee of the game is charged where it is the greater');
select is(pg_temp.bet((select dear_game from t), '{"type": "Spin", "next": {"amount": 1}}'), '97.6000', 'a next bet costs the fee of the game');
select test.as_owner();
select slots.act((select dear_game from t), '{"type": "Spin"}');
select is(
  (slots.record_result((select dear_game from t), '{"type": "Spin", "amount": 1}', '{"symbols": ["A"], "payout": 0}')).balance, 96.5000,
  'an outcome from elsewhere costs the query fee of the game'
);
select test.as_user(test.user('fay'));
select is(
  pg_temp.bet((select poor from t), '{"type": "PlaceBet", "amount": 10}'), 'KG103 {"balance": 0.0000, "missing": 0.0100}',
  'a bet whose fee is not covered is refused when it is placed, not when it is spun'
);

-- what an operator may not define
select test.as_operator(test.user('op'));
select throws_ok($$ select pg_temp.game(0.9, 0) $$, 'KG001', null, 'a lowest bet of nothing is refused');
select throws_ok($$ select pg_temp.game(0.9, 5, 4) $$, 'KG001', null, 'a highest bet below the lowest is refused');
select throws_ok($$ select pg_temp.game(0.9, null, null, '{"perNight": 1}') $$, 'KG001', null, 'a fee that nobody knows is refused');
-- as much as a wallet holds, and more
select test.as_owner();
select throws_ok(
  $$ select pg_temp.game(0.00000001, 9999999999999999) $$, 'KG001', null, 'a lowest bet that would be rounded up beyond what money can be is refused'
);
create temp table rich as select test.slots_wallet('midas', 9e15, 9e15) as wallet;
alter table rich add column session uuid;
update rich set session = test.slots_session(pg_temp.game(1000000), wallet, '{}');
grant select on rich to public;
select test.as_user(test.user('midas'));
select is(
  pg_temp.bet((select session from rich), '{"type": "PlaceBet", "amount": 1000000001}'), 'KG102 {"asked": 1000000001, "maxBet": 1000000000}',
  'a bet whose highest payout would not fit into its wallet is refused'
);
select is(pg_temp.bet((select session from rich), '{"type": "PlaceBet", "amount": 1000000000}'), '8999999000000000.0000', 'a bet whose highest payout fits is taken');
select is(pg_temp.bet((select session from rich), '{"type": "Spin"}'), '9999999000000000.0000', 'the highest bet that a wallet can be paid for is paid');
select test.slots_books_balance();

select * from finish();
rollback;
