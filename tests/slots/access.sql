begin;
select plan(49);
select test.clients_commit();
create temp table t as select test.slots_certain_game(1) as game, test.slots_wallet('ann') as wallet, test.slots_wallet('bob') as foreign_wallet;
alter table t add column s uuid, add column foreign_session uuid;
update t set s = test.slots_session(game, wallet), foreign_session = test.slots_session(game, foreign_wallet);
grant select on t to public;
do $$ begin
  perform slots.act((select s from t), '{"type": "Spin", "amount": 1}', 'k');
  perform slots.act((select foreign_session from t), '{"type": "Spin", "amount": 1}', 'k');
  perform slots.rotate_seed((select s from t));
  perform slots.rotate_seed((select foreign_session from t));
  perform slots.record_metric((select foreign_session from t), 'theirs', 2);
end $$;

-- as if an earlier transaction had ended the seeds
set local session_replication_role = replica;
update slots.revealed_seeds set revealed_in = '1';
set local session_replication_role = origin;

-- record_metric
select test.as_user(test.user('ann'));
select results_eq(
  $$ select session_id, owner_id, key, value from slots.record_metric((select s from t), 'latency', 1.5) $$,
  format($$ select s, %L::uuid, 'latency', 1.5 from t $$, test.user('ann')), 'a player reports a metric of their session'
);
select lives_ok($$ select slots.record_metric((select s from t), 'latency', -2) $$, 'a player may report a metric of the same name again');
select throws_ok(format($$ select slots.record_metric((select s from t), %s) $$, bad), 'KG001', null, format('a metric of (%s) is refused', left(bad, 20)))
from unnest(array['null, 1', ''''', 1', '''x'', null', '''x'', ''NaN''', '''x'', ''Infinity''', '''x'', 1e31', '''x'', 1e-101', quote_literal(repeat('x', 101)) || ', 1']) as bad;
select throws_ok($$ select slots.record_metric((select foreign_session from t), 'x', 1) $$, 'KG004', null, 'a player cannot report a metric of another user''s session');

-- every table: one's own rows only
select results_eq(
  format('select distinct owner_id from slots.%I', relation), format('values (%L::uuid)', test.user('ann')), format('a player sees their own rows of %s and no others', relation)
) from unnest(array['wallets', 'wallet_entries', 'sessions', 'gameplay_events', 'rl_store', 'metrics', 'revealed_seeds']) as relation;
select throws_ok(format('select * from slots.%I', relation), '42501', null, format('a player cannot read %s', relation))
from unnest(array['server_seeds', 'game_programs', 'action_keys', 'rl_blocks', 'session_metrics_latest', 'slots_stats', 'gameplay_events_default']) as relation;
select throws_ok(format('insert into slots.%I default values', relation), '42501', null, format('a player cannot write %s', relation))
from unnest(array['wallets', 'wallet_entries', 'sessions', 'gameplay_events', 'rl_store', 'games']) as relation;
select is_empty($$ select * from slots.session_metrics() $$, 'a player sees no totals before a refresh');
select throws_ok($$ select slots.refresh_metrics() $$, 'KG003', null, 'a player cannot refresh the totals');
select throws_ok($$ select * from slots.reconcile_wallets() $$, 'KG003', null, 'a player cannot reconcile the wallets');
select throws_ok($$ select * from slots.verify_wallet((select foreign_wallet from t)) $$, 'KG004', null, 'a player cannot verify another user''s wallet');
select is_empty($$ select * from slots.verify_wallet((select wallet from t)) $$, 'a player may verify their own wallet');
select test.as_anon();
select throws_ok(format('select * from slots.%I', relation), '42501', null, format('a stranger cannot read %s', relation))
from unnest(array['wallets', 'sessions', 'server_seeds']) as relation;

-- the service
select test.as_operator(test.user('op'));
select lives_ok($$ select slots.refresh_metrics() $$, 'an operator may refresh the totals');
select test.as_service();
select is((select count(*) from slots.session_metrics()), 2::bigint, 'the service sees all totals');
select results_eq(
  $$ select wallets, sessions, completed_sessions, events, spins, total_bet, total_payout from slots.slots_stats $$,
  $$ values (2::bigint, 2::bigint, 0::bigint, 2::numeric, 2::numeric, 2::numeric, 2::numeric) $$, 'slots_stats counts wallets, sessions, events, spins and money'
);
select test.as_user(test.user('ann'));
select results_eq($$ select * from slots.session_metrics() $$, $$ select s, 1::bigint, 1::numeric from t $$, 'a player sees their own totals');
select test.act_as('authenticated', '{"role": "authenticated"}');
select throws_ok($$ select * from slots.session_metrics() $$, 'KG002', null, 'a caller without an id is asked to sign in');
select throws_ok($$ select slots.session_status((select s from t)) $$, 'KG002', null, 'a caller without an id has no session status');
select throws_ok($$ select * from slots.verify_wallet((select wallet from t)) $$, 'KG002', null, 'a caller without an id cannot verify a wallet');
select throws_ok($$ select slots.wallet_operation((select wallet from t), 'debit', 1) $$, 'KG002', null, 'a caller without an id cannot move money');
select test.as_owner();
select is((select ok from slots.health_ledger()), true, 'the health check of a sound ledger is ok');
select is_empty(
  $$ select 1 from pg_publication_tables where schemaname = 'slots' and tablename = 'server_seeds' $$, 'no publication carries the live seeds'
);
select * from finish();
rollback;
