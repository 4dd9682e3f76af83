-- What a player is told about their own play: how long, how much, and what became of their money.
-- docs/slots.md, "Limits", names the clauses (UK RTS 13B, AGCO 13.1).
begin;
select plan(21);
select test.clients_commit();
select test.set_clock('2031-03-05 23:59:59Z');
create temp table t as select test.slots_certain_game(2) as game, test.slots_wallet('ann', 100, 1000, '{"perSpinFee": 0.5}') as one, test.slots_wallet('ann', 50) as two;
alter table t add column s uuid, add column long_session uuid;
update t set s = test.slots_session(game, one, '{}'), long_session = test.slots_session(game, test.slots_wallet('cal', 100, 1000), '{}');
grant select on t to public;
-- as if the session had begun a minute before
update slots.sessions set created_at = '2031-03-05 23:58:59Z';

select test.as_user(test.user('ann'));
select results_eq(
  $$ select * from slots.reality_check((select s from t)) $$, $$ values (interval '1 minute', 0::numeric, 0::numeric) $$,
  'a reality check of a session in which nothing was bet says how long it is open'
);
select slots.act((select s from t), '{"type": "Spin", "amount": 10}');
select test.set_clock('2031-03-06 00:00:00Z');
select slots.act((select s from t), '{"type": "PlaceBet", "amount": 4}');
select test.set_clock('2031-03-06 00:08:59Z');
select results_eq(
  $$ select * from slots.reality_check((select s from t)) $$, $$ values (interval '10 minutes', 15::numeric, 20::numeric) $$,
  'a reality check counts stakes, fees and a placed bet, and what was returned'
);
select slots.act((select s from t), '{"type": "CashOut"}');
select test.set_clock('2031-03-07 12:00Z');
select results_eq(
  $$ select * from slots.reality_check((select s from t)) $$, $$ values (interval '10 minutes', 15::numeric, 28::numeric) $$,
  'a session that is over lasts no longer'
);
select test.as_user(test.user('bob'));
select throws_ok($$ select * from slots.reality_check((select s from t)) $$, 'KG004', null, 'a player checks no session of another');
select test.as_service();
select is((select r.returned from slots.reality_check((select s from t)) as r), 28::numeric, 'the service checks any session');
select test.as_user(test.user('ann'));
select slots.wallet_operation((select one from t), 'debit', 30);
select slots.create_wallet('EUR', 10);

select results_eq(
  $$ select * from slots.activity_statement('2031-03-05', '2031-03-05') $$,
  $$ values ('AUD', 0.0000, 150.0000, 0::numeric, 0::numeric, 10.0000, 0.5000, 20.0000, 0::numeric, 0::numeric, 159.5000),
    ('EUR', 0::numeric, 0::numeric, 0, 0, 0::numeric, 0::numeric, 0::numeric, 0, 0, 0::numeric) $$,
  'a statement of a day adds up all wallets of a currency, to the last second of the UTC day'
);
select results_eq(
  $$ select opening_balance, deposited, withdrawn, staked, fees, returned, closing_balance from slots.activity_statement('2031-03-06', '2031-03-07') where currency = 'AUD' $$,
  $$ values (159.5000, 0::numeric, 30.0000, 4.0000, 0.5000, 8.0000, 133.0000) $$,
  'a statement begins with what was there before'
);
select results_eq(
  $$ select opening_balance, closing_balance from slots.activity_statement('2031-04-01', '2031-04-30') where currency = 'AUD' $$,
  $$ values (133.0000, 133.0000) $$, 'a month without a movement leaves the balance'
);
select is_empty(
  $$ select from slots.activity_statement('2031-01-01', '2031-12-31')
     where opening_balance + deposited + credited - withdrawn - staked - fees + returned + merged + reversed <> closing_balance $$,
  'what was there before and what moved is what is there after'
);
select is(
  (select sum(closing_balance) from slots.activity_statement('2031-01-01', '2031-12-31')),
  (select sum(balance) from slots.wallets), 'a statement up to now ends with the balance'
);
-- nine games by one call each, one placed and spun with the next one in the same call, and one that cashing out plays
select test.as_user(test.user('cal'));
select slots.act(t.long_session, jsonb_build_object('type', 'Spin', 'amount', game_no)) from t cross join generate_series(1, 9) as game_no;
select slots.act(t.long_session, '{"type": "PlaceBet", "amount": 10}') from t;
select slots.act(t.long_session, '{"type": "Spin", "next": {"amount": 11}}') from t;
select slots.act(t.long_session, '{"type": "Spin"}') from t;
select slots.act(t.long_session, '{"type": "PlaceBet", "amount": 12}') from t;
select slots.act(t.long_session, '{"type": "CashOut"}') from t;
select results_eq(
  $$ select
       coalesce(e.action ->> 'amount', p.action #>> '{next,amount}', p.action ->> 'amount')::integer as stake, (e.result ->> 'payout')::integer as payout
     from slots.gameplay_events as e
     left join slots.gameplay_events as p on p.session_id = e.session_id and p.event_index = e.event_index - 1
     where e.session_id = (select long_session from t) and e.action ->> 'type' = 'Spin'
     order by e.event_index desc limit 10 $$,
  $$ select stake, 2 * stake from generate_series(12, 3, -1) as stake $$, 'a player recalls the last ten games of a session, with stake and result'
);
select test.as_user(test.user('bob'));
select is_empty($$ select from slots.activity_statement('2031-01-01', '2031-12-31') $$, 'a player without a wallet has an empty statement');
select throws_ok(format('select * from slots.activity_statement(%s)', dates), 'KG001', null, format('a statement from and to %s is refused', dates))
from unnest(array['null, null', '''2031-01-02'', ''2031-01-01''', '''2031-01-01'', ''2032-01-03''', '''-infinity'', ''infinity''', '''2031-01-01'', ''infinity''', '''2031-01-01'', null', '''5874897-12-31'', ''5874897-12-31''']) as dates;
select test.as_owner();
-- every place in a chain, by halves and by looking at all
select is(
  (select count(*) from slots.wallets as w cross join slots.wallet_entries as x
   where slots.last_entry_before(w.wallet_id, x.created_at, w.last_entry_no)
     <> (select count(*) from slots.wallet_entries as e where e.wallet_id = w.wallet_id and e.created_at < x.created_at)),
  0::bigint, 'the newest entry before an instant is found as by looking at all'
);
select is(slots.last_entry_before((select one from t), '2031-12-31', 0), 0::bigint, 'before the first entry there is none');
select * from finish();
rollback;
