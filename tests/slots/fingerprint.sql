begin;
select plan(23);
select test.clients_commit();
create temp table t as select (slots.create_game(
  'Letters', '{"algorithm": "hmac-sha256", "reels": [["A", "B"], ["B", "C"], ["C", "A", "A"]]}', '{"A": {"payouts": {"1": 1.9}}, "B": {}, "C": {}}'
)).game_id as game, test.slots_wallet('ann', 1000, 10000) as wallet;
alter table t add column s uuid, add column empty uuid;
update t set s = test.slots_session(game, wallet), empty = test.slots_game();
grant select on t to public;

select test.as_user(test.user('bob'));
select results_eq(
  $$ select spins, symbol_frequencies, digest, rtp, rtp_low, volatility, chi_square, degrees_of_freedom from slots.fingerprint((select empty from t)) $$,
  $$ values (0::bigint, '{}'::jsonb, 'cbf29ce484222325', null::numeric, null::numeric, null::numeric, null::numeric, 7) $$,
  'a game that nobody played has an empty fingerprint'
);
select throws_ok($$ select * from slots.fingerprint(gen_random_uuid()) $$, 'KG004', null, 'an unknown game has no fingerprint');
select test.act_as('authenticated', '{"role": "authenticated"}');
select throws_ok($$ select * from slots.fingerprint((select game from t)) $$, 'KG002', null, 'a caller without an id is asked to sign in');

select test.as_service();
select slots.record_result((select s from t), '{"type": "Spin", "amount": 1}', '{"symbols": ["A", "B", "C"], "payout": 1.9}');
select slots.upkeep_reports();
select is((slots.fingerprint((select game from t))).digest, '6b45f2ddf9fa93e7', 'the digest of A,B,C is that of the byte string');
select is((slots.fingerprint((select game from t))).volatility, null, 'one spin has no volatility');
select slots.record_result((select s from t), '{"type": "Spin", "amount": 2}', '{"symbols": ["B", "C", "A"], "payout": 0}');
select slots.record_result((select s from t), '{"type": "Spin", "amount": 1}', '{"symbols": ["B", "B", "A"], "payout": 0}');
select slots.record_result((select s from t), '{"type": "Spin", "amount": 1}', '{"symbols": ["A", "B", "A"], "payout": 1.9}');
select slots.upkeep_reports();
create temp table f as select * from slots.fingerprint((select game from t));
select is((select spins from f), 4::bigint, 'every recorded spin counts');
select is(
  (select symbol_frequencies from f), '{"A": 0.416666666666, "B": 0.416666666667, "C": 0.166666666667}', 'each symbol has its share of all symbols shown'
);
select is((select sum(value::numeric) from f, jsonb_each_text(symbol_frequencies)), 1::numeric, 'the frequencies sum to exactly one');
select is((select digest from f), '4d97147149cfeb06', 'the digest is of all symbols in order, joined by commas');
select is((select round(rtp, 6) from f), 0.76, 'the observed return is payouts over stakes');
select is((select round(mean_multiplier, 6) from f), 0.95, 'the mean multiplier stands beside it under its own name');
select is((select round(volatility, 6) from f), round(sqrt(4 * 0.95 ^ 2 / 3), 6), 'the volatility is the sample deviation');
-- payouts less 0.76 stakes: 1.14, -1.52, -0.76, 1.14
select is((select round(rtp_high - rtp_low, 5) from f), round(2 * 1.96 * sqrt((1.14 ^ 2 + 1.52 ^ 2 + 0.76 ^ 2 + 1.14 ^ 2) * 4 / 3.0) / 5, 5), 'the interval is 1.96 standard errors of the ratio each way');
-- reel 1: 2 and 2 of 2 and 2; reel 2: 3 and 1 of 2 and 2; reel 3: C 1, A 3 of 4/3 and 8/3
select is((select round(chi_square, 6) from f), round(0 + 1.0 + (1 - 4 / 3.0) ^ 2 / (4 / 3.0) + (3 - 8 / 3.0) ^ 2 / (8 / 3.0), 6), 'chi-square compares the symbols shown with the strips');
select is((select degrees_of_freedom from f), 3, 'each reel has one degree of freedom less than symbols');
select is(
  (select returns from f), (select jsonb_build_object('AUD', jsonb_build_object('spins', 4, 'rtp', f.rtp, 'rtpLow', f.rtp_low, 'rtpHigh', f.rtp_high)) from f),
  'a game that was played in one currency returns what it returned there'
);
select slots.record_result((select s from t), '{"type": "Spin", "amount": 1}', '{"symbols": ["C", "B", "A"], "payout": 0}');
select slots.upkeep_reports();
select is((slots.fingerprint((select game from t))).chi_square, 'Infinity', 'a symbol that the strip does not have cannot be by chance');
-- A yen is no dollar: each currency stands by itself.
create temp table yen as select test.slots_session((select game from t), (slots.create_wallet('JPY', 100000, owner_id => test.user('dan'))).wallet_id, '{"maxBet": 5000}') as s;
select slots.wallet_operation(s.current_wallet_id, 'credit', 5000) from slots.sessions as s where s.session_id = (select y.s from yen as y);
select slots.record_result((select s from yen), '{"type": "Spin", "amount": 1000}', '{"symbols": ["A", "B", "C"], "payout": 1900}');
select slots.upkeep_reports();
create temp table both_currencies as select f.* from slots.fingerprint((select game from t)) as f;
select results_eq(
  $$select c.currency, (b.returns -> c.currency ->> 'spins')::bigint, round((b.returns -> c.currency ->> 'rtp')::numeric, 6) from both_currencies as b, jsonb_object_keys(b.returns) as c (currency) order by 1$$,
  $$values ('AUD'::text, 5::bigint, round(3.8 / 6, 6)), ('JPY', 1, 1.9)$$, 'each currency has a return of its own'
);
select results_eq(
  'select rtp, rtp_low, rtp_high, spins from both_currencies', 'values (null::numeric, null::numeric, null::numeric, 6::bigint)', 'stakes of several currencies are not added up'
);
select is((select returns -> 'JPY' -> 'rtpLow' from both_currencies), 'null', 'one spin of a currency has no interval');
select test.as_user(test.user('bob'));
create temp table free as select (slots.create_session((select game from t))).session_id as s;
select test.as_owner();
select slots.record_result((select s from free), '{"type": "Spin", "amount": 2}', '{"symbols": ["A", "B", "C"], "payout": 3.8}');
select slots.upkeep_reports();
select is((slots.fingerprint((select game from t))).returns -> 'XXX' -> 'rtp', '1.9000000000000000', 'what was played without a wallet stands under no currency');
-- what was drawn here passes its own test
do $$
declare
  _s uuid;
begin
  perform test.as_owner();
  _s := test.slots_session((select game from t), test.slots_wallet('cat', 100000, 1000000));
  update slots.sessions set game_id = (select empty from t) where session_id = _s;
  for _i in 1 .. 400 loop perform slots.act(_s, '{"type": "Spin", "amount": 1}'); end loop;
end $$;
select slots.upkeep_reports();
select cmp_ok((slots.fingerprint((select empty from t))).chi_square, '<', 29.9::numeric, 'spins drawn here fit the declared strips (7 degrees, p = 0.0001)');
select is(
  (select abs(f.rtp - (g.statistical_profile ->> 'rtp')::numeric) < 4 * f.volatility / sqrt(400) from slots.games as g, slots.fingerprint(g.game_id) as f where g.game_id = (select empty from t)),
  true, 'spins drawn here return what the profile says, within four standard errors'
);
select * from finish();
rollback;
