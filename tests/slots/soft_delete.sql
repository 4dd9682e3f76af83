-- What is withdrawn or closed is gone for clients, and stays for the service, the ledgers and reconciliation.
begin;
select plan(39);
select test.clients_commit();
create temp table t as select test.slots_certain_game(2) as game, test.slots_wallet('ann') as wallet, test.slots_wallet('bob') as foreign_wallet;
alter table t add column s uuid, add column idle uuid, add column empty uuid;
update t set s = test.slots_session(game, wallet), idle = test.slots_session(game, wallet), empty = test.slots_wallet('ann', 0);
grant select on t to public;

-- retire_game
select test.as_user(test.user('ann'));
select slots.act((select s from t), '{"type": "PlaceBet", "amount": 5}', 'bet');
select throws_ok($$ select slots.retire_game((select game from t), 'x') $$, 'KG003', null, 'a player withdraws no game');
select test.as_operator(test.user('op'));
select throws_ok(format('select slots.retire_game((select game from t), %s)', bad), 'KG001', null, format('a game is not withdrawn for the reason %s', left(bad, 10)))
from unnest(array['null', '''''', quote_literal(repeat('x', 201))]) as bad;
select throws_ok($$ select slots.retire_game(test.user('no game'), 'x') $$, 'KG004', null, 'a game that does not exist is not withdrawn');
select is((slots.retire_game((select game from t), 'too seldom played')).retired_reason, 'too seldom played', 'an operator withdraws a game');
select is(
  (slots.retire_game((select game from t), 'another reason')).retired_reason, 'too seldom played', 'a game that is withdrawn already stays as it is'
);
select test.as_owner();
select results_eq(
  $$ select a.actor, a.after ->> 'retired_reason' from core.audit_log as a where a.table_name = 'slots.games' and a.operation = 'UPDATE' $$,
  format($$ values (%L::uuid, 'too seldom played') $$, test.user('op')), 'the withdrawal is audited, with its reason, and once'
);
select test.as_anon();
select is_empty($$ select from slots.games as g where g.game_id = (select game from t) $$, 'strangers do not see a withdrawn game');
select lives_ok(
  $$ select slots.verify_spin((select game from t), decode(repeat('00', 32), 'hex'), 'luck', 0) $$, 'anybody may verify a spin of a withdrawn game'
);
select test.as_user(test.user('ann'));
select is_empty($$ select from slots.games as g where g.game_id = (select game from t) $$, 'players do not see a withdrawn game');
select throws_ok($$ select slots.create_session((select game from t), '{}', (select wallet from t)) $$, 'KG107', null, 'no session begins on a withdrawn game');
select throws_ok($$ select slots.act((select idle from t), '{"type": "PlaceBet", "amount": 5}') $$, 'KG107', null, 'no bet is placed on a withdrawn game');
select throws_ok(
  $$ select slots.act((select s from t), '{"type": "Spin", "next": {"amount": 5}}') $$, 'KG107', null, 'a spin places no further bet on a withdrawn game'
);
select is((slots.act((select s from t), '{"type": "Spin"}', 'spin')).balance, 105::numeric, 'a bet that was placed before is played');
select is((slots.act((select s from t), '{"type": "CashOut"}')).state, 'Completed', 'a session on a withdrawn game can be cashed out');
select isnt_empty($$ select from slots.list_events((select s from t)) $$, 'the history of a withdrawn game stays');
select is((slots.fingerprint((select game from t))).spins, 0::bigint, 'the fingerprint of a withdrawn game can be asked');
select test.as_service();
select isnt_empty($$ select from slots.games as g where g.game_id = (select game from t) and g.deleted_at is not null $$, 'the service sees a withdrawn game');
select throws_ok(
  $$ select slots.create_session((select game from t), '{}', (select foreign_wallet from t)) $$, 'KG107', null, 'the service begins no session on a withdrawn game'
);
select test.as_owner();
select throws_ok(
  $$ update slots.games as g set retired_reason = null where g.game_id = (select game from t) $$, '23514', null, 'a withdrawn game says why'
);

-- close_wallet
select test.as_user(test.user('ann'));
select throws_ok($$ select slots.close_wallet((select foreign_wallet from t)) $$, 'KG004', null, 'a player does not close another user''s wallet');
select throws_ok($$ select slots.close_wallet((select wallet from t)) $$, 'KG108', null, 'a wallet with money in it is not closed');
select slots.wallet_operation((select wallet from t), 'debit', 104, 'nearly all');
select test.as_owner();
select test.slots_certain_game(1) as other_game \gset
update t set s = test.slots_session(:'other_game', wallet);
select test.as_user(test.user('ann'));
select slots.act((select s from t), '{"type": "PlaceBet", "amount": 1}');
select throws_ok($$ select slots.close_wallet((select wallet from t)) $$, 'KG106', null, 'an empty wallet with a placed bet is not closed');
select slots.act((select s from t), '{"type": "CashOut"}');
select slots.wallet_operation((select wallet from t), 'debit', 1, 'the rest');
select isnt((slots.close_wallet((select wallet from t))).deleted_at, null, 'an owner closes an empty wallet');
select lives_ok($$ select slots.close_wallet((select wallet from t)) $$, 'a wallet that is closed already stays as it is');
select results_eq($$ select wallet_id from slots.wallets $$, $$ select empty from t $$, 'an owner does not see a closed wallet');
select isnt_empty($$ select from slots.wallet_entries as e where e.wallet_id = (select wallet from t) $$, 'an owner sees the ledger of a closed wallet');
select throws_ok($$ select slots.wallet_operation((select wallet from t), 'debit', 1) $$, 'KG004', null, 'an owner withdraws nothing from a closed wallet');
select throws_ok($$ select slots.create_session((select game from t), '{}', (select wallet from t)) $$, 'KG004', null, 'an owner begins no session with a closed wallet');
select throws_ok($$ select slots.set_daily_limit((select wallet from t), 1) $$, 'KG004', null, 'an owner sets no limit of a closed wallet');
select test.as_service();
select isnt_empty($$ select from slots.wallets as w where w.wallet_id = (select wallet from t) $$, 'the service sees a closed wallet');
select throws_ok($$ select slots.wallet_operation((select wallet from t), 'credit', 1, 'late') $$, 'KG109', null, 'nothing is credited to a closed wallet');
select is((slots.wallet_operation((select wallet from t), 'credit', 100, 'start')).entry_no, 1::bigint, 'a repeated credit is answered after the wallet was closed');
select throws_ok(
  format('select slots.create_session(%L, ''{}'', (select wallet from t))', :'other_game'), 'KG109', null, 'the service begins no session with a closed wallet'
);
select lives_ok($$ select slots.close_wallet((select empty from t)) $$, 'the service closes a wallet');
select test.as_owner();
select throws_ok(
  $$ update slots.wallets as w set balance = 1 where w.wallet_id = (select empty from t) $$, '23514', null, 'a closed wallet holds no money, whoever writes'
);
select is_empty($$ select from slots.verify_wallet((select wallet from t)) $$, 'the chain of a closed wallet is verified');
select test.slots_books_balance();
select * from finish();
rollback;
