-- What a provider takes back, and why money moves: reasons, references and actors of entries.
begin;
select plan(50);
select test.clients_commit();
select test.set_clock('2031-03-05 12:00Z');  -- a Wednesday

create temp table t as
select test.slots_certain_game(2) as pays, test.slots_certain_game(0) as loses, test.slots_wallet('ann', 100, 60, '{"perSpinFee": 0.5}') as wallet;
alter table t add column paid uuid, add column lost uuid;
update t set paid = test.slots_session(pays, wallet, '{}'), lost = test.slots_session(loses, wallet, '{}');
grant select on t to public;
create function pg_temp.try(call text) returns text language plpgsql as $$
declare
  _detail text;
begin
  execute try.call;
  return 'done';
exception
  when others then
    get stacked diagnostics _detail = pg_exception_detail;
    return sqlstate || ' ' || _detail;
end
$$;
create function pg_temp.reverse(entry_no bigint, key text default null, reason text default 'provider_void', reference text default 'round 7')
returns text language sql as $$
  select string_agg(format('%s: %s %s for %s', e.entry_no, e.kind, trim_scale(e.amount), e.reverses), ', ' order by e.entry_no)
  from slots.reverse((select wallet from t), reverse.entry_no, reverse.reason, reverse.key, reverse.reference) as e
$$;
create function pg_temp.counters() returns text language sql as $$
  select format('spent %s staked %s lost %s deposited %s', trim_scale(w.spent_today), a.staked[1]::numeric(20, 1), a.lost[2]::numeric(20, 1), a.deposited[3]::numeric(20, 1))
  from slots.wallets as w join slots.accounts as a using (owner_id, currency)
  where w.wallet_id = (select wallet from t)
$$;
grant execute on all functions in schema pg_temp to public;

-- why, and by whom
select test.as_service();
select results_eq(
  $$ select kind, reason, reference, actor, by_service, _v from slots.wallet_operation((select wallet from t), 'credit', 5, 'bonus 1', 'welcome_bonus', 'campaign 3') $$,
  $$ values ('credit', 'welcome_bonus', 'campaign 3', null::uuid, true, 2::smallint) $$, 'an entry says why, and what others call it'
);
select results_eq(
  $$ select amount, reason from slots.wallet_operation((select wallet from t), 'credit', 5, 'bonus 1', 'welcome_bonus', 'campaign 3') $$,
  $$ values (5.0000, 'welcome_bonus') $$, 'a repeated credit gives its first entry'
);
select throws_ok($$ select slots.wallet_operation((select wallet from t), 'credit', 5, 'bonus 1', 'gift', 'campaign 3') $$, 'KG006', null, 'a key under another reason is a conflict');
select throws_ok($$ select slots.wallet_operation((select wallet from t), 'credit', 5, 'bonus 1', 'welcome_bonus') $$, 'KG006', null, 'a key without its reference is a conflict');
select throws_ok(format('select slots.wallet_operation((select wallet from t), %L, 5, null, %L)', 'credit', bad), 'KG001', null, format('the reason %s is refused', left(bad, 45)))
from unnest(array['', 'Because', 'she asked', 'gift-1', repeat('a', 41)]) as bad;
select throws_ok($$ select slots.wallet_operation((select wallet from t), 'credit', 5, null, 'gift', '') $$, 'KG001', null, 'an empty reference is refused');
select throws_ok(format($$ select slots.wallet_operation((select wallet from t), 'credit', 5, null, 'gift', %L) $$, repeat('r', 201)), 'KG001', null, 'an overlong reference is refused');
select is(pg_temp.counters(), 'spent 0 staked 0.0 lost 0.0 deposited 100.0', 'a credit for another reason is no deposit');
select test.as_user(test.user('ann'));
select results_eq(
  $$ select reason, actor, by_service from slots.wallet_operation((select wallet from t), 'debit', 5, 'out') $$,
  format($$ values ('withdrawal', %L::uuid, false) $$, test.user('ann')), 'an entry names who called'
);

-- a bet that paid: entries 4 stake, 5 fee, 6 payout
select slots.act((select paid from t), '{"type": "Spin", "amount": 10}');
select is(pg_temp.counters(), 'spent 10.5 staked 10.5 lost -9.5 deposited 100.0', 'a bet counts in the limits of wallet and account');
select test.as_owner();
select results_eq(
  $$ select kind, reason, actor from slots.wallet_entries where wallet_id = (select wallet from t) and session_id is not null order by entry_no $$,
  format($$ values ('stake', 'play', %1$L::uuid), ('fee', 'play', %1$L), ('payout', 'play', %1$L) $$, test.user('ann')), 'what a session moves is play'
);
select test.as_service();
select is(pg_temp.reverse(4, 'r1'), '7: reversal 10 for 4, 8: reversal 0.5 for 5', 'a stake is reversed with its fee');
select is(pg_temp.counters(), 'spent 0 staked 0.0 lost -20.0 deposited 100.0', 'the daily limit and the limits of the account are given back');
select is(pg_temp.reverse(4, 'r1'), '7: reversal 10 for 4, 8: reversal 0.5 for 5', 'a reversal that is sent again gives its first entries');
select is(pg_temp.counters(), 'spent 0 staked 0.0 lost -20.0 deposited 100.0', 'a reversal that is sent again gives nothing back twice');
select is(pg_temp.try('select pg_temp.reverse(4, ''r2'')'), 'KG114 {"entryNo": 4, "reversedBy": 7}', 'an entry is reversed once, whatever the key');
select is(pg_temp.try('select pg_temp.reverse(4)'), 'KG114 {"entryNo": 4, "reversedBy": 7}', 'an entry is reversed once, without a key too');
select is(pg_temp.try('select pg_temp.reverse(5, ''r3'')'), 'KG114 {"entryNo": 5, "reversedBy": 8}', 'a fee that went with its stake is not reversed again');
select is(left(pg_temp.try('select pg_temp.reverse(6, ''r1'')'), 5), 'KG006', 'the key of one reversal reverses nothing else');
select is(left(pg_temp.try('select pg_temp.reverse(4, ''r1'', ''mistake'')'), 5), 'KG006', 'a reversal under another reason is a conflict');
select is(left(pg_temp.try('select pg_temp.reverse(4, ''bonus 1'')'), 5), 'KG006', 'the key of a credit reverses nothing');
select is(left(pg_temp.try('select slots.wallet_operation((select wallet from t), ''credit'', 10, ''r1'')'), 5), 'KG006', 'the key of a reversal credits nothing');
select is(pg_temp.reverse(6, 'r4'), '9: reversal -20 for 6', 'a payout is reversed by itself');
select is(pg_temp.counters(), 'spent 0 staked 0.0 lost 0.0 deposited 100.0', 'after stake, fee and payout are reversed nothing counts');
select is((select trim_scale(balance) from slots.wallets where wallet_id = (select wallet from t)), 100::numeric, 'after all is reversed the balance is what it was');
select results_eq(
  $$ select reason, reference, by_service, session_id from slots.wallet_entries where wallet_id = (select wallet from t) and entry_no = 7 $$,
  $$ values ('provider_void', 'round 7', true, null::uuid) $$, 'a reversal says why, by whom, and what the provider calls it'
);

-- what is not reversed
select is(left(pg_temp.try('select pg_temp.reverse(9)'), 5), 'KG001', 'a reversal is not reversed');
select is(pg_temp.try('select pg_temp.reverse(99)'), format('KG004 {"entryNo": 99, "walletId": "%s"}', (select wallet from t)), 'an entry that is not there is not found');
select is(left(pg_temp.try('select pg_temp.reverse(1, null, ''It was wrong'')'), 5), 'KG001', 'a reason is a code');
select is(left(pg_temp.try('select pg_temp.reverse(null)'), 5), 'KG004', 'no entry is not found');
select test.as_user(test.user('ann'));
select slots.act((select lost from t), '{"type": "PlaceBet", "amount": 30}');
select test.as_service();
select is(pg_temp.try('select pg_temp.reverse(10)'), 'KG106 {"stake": 30}', 'the stake of a bet that waits for its spin is not reversed');
select is(pg_temp.try('select pg_temp.reverse(11)'), 'KG106 {"stake": 30}', 'the fee of a bet that waits for its spin is not reversed');
select test.as_user(test.user('ann'));
select slots.act((select lost from t), '{"type": "Spin", "next": {"amount": 20}}');
select test.as_service();
select is(pg_temp.reverse(11, 'f'), '14: reversal 0.5 for 11', 'a fee can be reversed by itself');
select is(pg_temp.reverse(10, 's'), '15: reversal 30 for 10', 'a stake whose fee was reversed comes back alone, though another bet waits');
select is(left(pg_temp.try('select pg_temp.reverse(12)'), 5), 'KG106', 'the stake of the next bet still waits for its spin');
select test.as_user(test.user('ann'));
select slots.act((select lost from t), '{"type": "Spin"}');

-- another day: what counted for yesterday is not given back today
select test.set_clock('2031-03-06 00:30Z');
select test.as_user(test.user('ann'));
select slots.act((select lost from t), '{"type": "Spin", "amount": 1}');
select is(pg_temp.counters(), 'spent 1.5 staked 1.5 lost 22.0 deposited 100.0', 'a new day begins its counters anew');
select test.as_service();
select is(pg_temp.reverse(12, 'late'), '18: reversal 20 for 12, 19: reversal 0.5 for 13', 'a bet of yesterday is reversed today');
select is(pg_temp.counters(), 'spent 1.5 staked 1.5 lost 1.5 deposited 100.0', 'a bet of yesterday is given back to the week, not to today');

-- deposits and withdrawals
select is(left(pg_temp.try('select pg_temp.reverse(1, ''chargeback'')'), 5), 'KG103', 'a deposit that was spent in part cannot be taken back');
select is(pg_temp.reverse(3, 'failed'), '20: reversal 5 for 3', 'a withdrawal that failed comes back');
select is(pg_temp.reverse(1, 'chargeback'), '21: reversal -100 for 1', 'a deposit is charged back');
select is(pg_temp.counters(), 'spent 1.5 staked 1.5 lost 1.5 deposited 0.0', 'a deposit that was charged back counts no more');
select test.as_user(test.user('ann'));
select results_eq(
  $$ select opening_balance, deposited, credited, withdrawn, staked, fees, returned, reversed, closing_balance from slots.activity_statement('2031-03-05', '2031-03-06') $$,
  $$ values (0::numeric, 100::numeric, 5::numeric, 5::numeric, 61::numeric, 2::numeric, 20::numeric, -53.5, 3.5) $$,
  'a statement shows what was credited and reversed'
);
select test.as_user(test.user('ann'));
select throws_ok($$ select slots.reverse((select wallet from t), 3, 'mine') $$, '42501', null, 'a player reverses nothing');
select test.as_operator(test.user('op'));
select throws_ok($$ select slots.reverse((select wallet from t), 3, 'mine') $$, '42501', null, 'an operator reverses nothing');
select test.slots_books_balance();

select * from finish();
rollback;
