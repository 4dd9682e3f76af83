-- Limits of the account and exclusions: what people allow themselves binds every wallet of theirs.
-- docs/slots.md, "Limits", says which clause of a regulation each rule stands for.
begin;
select plan(98);
select test.clients_commit();
select test.set_clock('2031-03-05 12:00Z');  -- a Wednesday

create temp table t as
select
  test.slots_certain_game(0) as loses, test.slots_certain_game(1) as returns,
  test.slots_wallet('ann') as a1, test.slots_wallet('ann') as a2;
alter table t add column s1 uuid, add column s2 uuid;
update t set s1 = test.slots_session(loses, a1, '{}'), s2 = test.slots_session(loses, a2, '{}');
grant select on t to public;

-- A person of that name with a wallet and a session on a game that returns a multiple of each stake.
create function pg_temp.player(name text, multiplier numeric default 0, fee text default '0', daily_limit numeric default 100000) returns uuid
language plpgsql as $$
declare
  _wallet uuid := test.slots_wallet(name, 1000, daily_limit, format('{"perSpinFee": %s}', fee)::jsonb);
  _session uuid := test.slots_session(test.slots_certain_game(multiplier), _wallet, '{}');
begin
  perform test.as_user(test.user(name));
  return _session;
end
$$;
create function pg_temp.spin(session uuid, amount numeric) returns text language sql as $$
  select a.state::text from slots.act(session, jsonb_build_object('type', 'Spin', 'amount', amount)) as a
$$;
create function pg_temp.open_session(name text) returns uuid language sql as $$
  select s.session_id from slots.sessions as s where s.owner_id = test.user(name) order by s.session_id limit 1
$$;
create function pg_temp.wallet_of(name text, currency text default 'AUD') returns uuid language sql as $$
  select w.wallet_id from slots.wallets as w
  where w.owner_id = test.user(wallet_of.name) and w.currency = wallet_of.currency order by w.wallet_id limit 1
$$;
-- Counters that are not what the ledger says they are, for everybody, at the present instant.
create function pg_temp.wrong_counters() returns bigint language sql as $$
  select count(*)
  from slots.accounts as a
  cross join lateral (select greatest(core.wall_clock(), a.last_bet_at, a.last_deposit_at) as at) as n
  cross join lateral (
    select
      coalesce(-sum(e.amount) filter (where e.kind in ('stake', 'fee') and p.same), 0) as staked,
      coalesce(-sum(e.amount) filter (where e.kind in ('stake', 'fee', 'payout') and p.same), 0) as lost,
      coalesce(sum(e.amount) filter (where e.kind = 'credit' and e.reason = 'deposit' and p.same), 0) as deposited,
      u.place
    from unnest(array['day', 'week', 'month']) with ordinality as u (unit, place)
    left join (
      slots.wallet_entries as e join slots.wallets as w on w.wallet_id = e.wallet_id
    ) on w.owner_id = a.owner_id and w.currency = a.currency
      and not exists (select from slots.wallet_entries as r where r.wallet_id = e.wallet_id and r.reverses = e.entry_no)
    cross join lateral (select date_trunc(u.unit, core.utc(e.created_at)) = date_trunc(u.unit, core.utc(n.at)) as same) as p
    group by u.place
  ) as f
  where a.currency <> '*' and (
    f.staked <> (slots.period_sums(a.staked, a.last_bet_at, n.at, 0))[f.place]
    or f.lost <> (slots.period_sums(a.lost, a.last_bet_at, n.at, 0))[f.place]
    or f.deposited <> (slots.period_sums(a.deposited, a.last_deposit_at, n.at, 0))[f.place]
  )
$$;
grant execute on all functions in schema pg_temp to public;

-- a limit is the account's
select test.as_user(test.user('ann'));
select results_eq(
  $$ select owner_id, currency, kind, period, amount, next_amount, asked_at from slots.set_limit('stake', '24h', 10) $$,
  format($$ values (%L::uuid, '*', 'stake', '24h', 10.0000, null::numeric, null::timestamptz) $$, test.user('ann')),
  'a player sets a stake limit, which holds in each currency for itself'
);
select is(pg_temp.spin((select s1 from t), 6), 'Evaluating', 'a bet within the limit is taken');
select throws_ok(
  $$ select pg_temp.spin((select s2 from t), 4.0001) $$, 'KG110', null,
  'a limit of the account counts what another wallet staked, to the ten-thousandth'
);
select is(pg_temp.spin((select s2 from t), 4), 'Evaluating', 'all that a limit leaves can be bet from another wallet');
select throws_ok($$ select pg_temp.spin((select s1 from t), 0.0001) $$, 'KG110', null, 'a limit that is used up lets no bet pass');
select lives_ok(
  $$ select slots.create_wallet('AUD', 99999999, '{}', null, 'fresh'), slots.create_session((select loses from t), '{}',
     (select wallet_id from slots.create_wallet('AUD', 99999999, '{}', null, 'fresh')), 'x', 'fresh') $$,
  'a player with a used-up limit opens another wallet'
);
select test.as_service();
select slots.wallet_operation((select wallet_id from slots.wallets where owner_id = test.user('ann') and daily_limit = 99999999), 'credit', 50, 'c');
select test.as_user(test.user('ann'));
select throws_ok(
  $$ select pg_temp.spin((slots.create_session((select loses from t), '{}',
     (select wallet_id from slots.wallets where daily_limit = 99999999), 'x', 'fresh')).session_id, 1) $$,
  'KG110', null, 'a limit binds a wallet that was opened after it was set'
);
select throws_ok(
  $$ select pg_temp.spin((select s1 from t), 1) $$, 'KG110', null, 'the refused bet stays refused in every session'
);
select results_eq(
  $$ select kind, period, amount, used from slots.my_limits() where currency = 'AUD' and kind = 'stake' $$,
  $$ values ('stake', '24h', 10.0000, 10::numeric), ('stake', '7d', null, 10), ('stake', 'month', null, 10) $$,
  'my_limits says what of each limit is used'
);
select results_eq(
  $$ select count(*), count(currency), count(distinct kind), count(amount) from slots.my_limits() $$,
  $$ values (24::bigint, 12::bigint, 4::bigint, 2::bigint) $$, 'my_limits has a row for each currency, kind and period, and for all currencies'
);

-- what is counted
select pg_temp.player('bob', 0, '0.5');
select slots.set_limit('stake', '24h', 3);
select is(pg_temp.spin(pg_temp.open_session('bob'), 2.5), 'Evaluating', 'stake and fee together may reach the limit');
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('bob'), 0.0001) $$, 'KG110', null, 'fees count as stakes');
select pg_temp.player('cat', 1);
select slots.set_limit('loss', '24h', 5);
select is(pg_temp.spin(pg_temp.open_session('cat'), 5), 'Evaluating', 'a bet may risk all that the loss limit leaves');
select is(pg_temp.spin(pg_temp.open_session('cat'), 5), 'Evaluating', 'what was paid out is not lost');
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('cat'), 5.0001) $$, 'KG110', null, 'a bet that could lose more than the loss limit leaves is refused');
select pg_temp.player('dan');
select slots.set_limit('loss', '24h', 5);
select pg_temp.spin(pg_temp.open_session('dan'), 5);
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('dan'), 0.0001) $$, 'KG110', null, 'what is lost counts against the loss limit');
select slots.wallet_operation(pg_temp.wallet_of('dan'), 'debit', 900);
select slots.set_limit('deposit', '24h', 1200);
select test.as_service();
select is((slots.wallet_operation(pg_temp.wallet_of('dan'), 'credit', 200, 'd1')).amount, 200.0000, 'deposits may reach their limit');
select throws_ok(
  $$ select slots.wallet_operation(pg_temp.wallet_of('dan'), 'credit', 0.0001, 'd2') $$, 'KG110', null,
  'a deposit limit is gross: a withdrawal gives nothing back'
);
select is((slots.wallet_operation(pg_temp.wallet_of('dan'), 'credit', 200, 'd1')).entry_no, 4::bigint, 'a repeated deposit gets its first answer, whatever the limit');
select is((select count(*) from slots.wallet_entries where wallet_id = pg_temp.wallet_of('dan')), 4::bigint, 'a repeated deposit is counted and booked no second time');
select test.as_user(test.user('dan'));
select is((slots.create_wallet('EUR', 10)).currency, 'EUR', 'an account in another currency is opened');
select test.as_service();
select is(
  (slots.wallet_operation(pg_temp.wallet_of('dan', 'EUR'), 'credit', 1200, 'e')).amount, 1200.0000,
  'a limit without a currency holds in each currency for itself'
);
select throws_ok(
  $$ select slots.wallet_operation(pg_temp.wallet_of('dan', 'EUR'), 'credit', 1) $$, 'KG110', null,
  'a limit without a currency binds a currency that comes later'
);

-- the strictest wins
select pg_temp.player('eli', 0, '0', 8);
select slots.set_limit('stake', '24h', 10);
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('eli'), 9) $$, 'KG104', null, 'a wallet''s daily limit that is stricter than the account''s wins');
select slots.set_limit('stake', '7d', 7);
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('eli'), 7.5) $$, 'KG110', null, 'the strictest of several periods wins');
select slots.set_limit('stake', '24h', 6, 'AUD');
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('eli'), 6.5) $$, 'KG110', null, 'the stricter of a currency''s own limit and that of all wins');
select is(pg_temp.spin(pg_temp.open_session('eli'), 6), 'Evaluating', 'a bet within all limits is taken');
select pg_temp.player('fay', 0, '0', 8);
select is((slots.set_limit('stake', '24h', 0)).amount, 0.0000, 'a limit of zero is a limit');
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('fay'), 0.01) $$, 'KG110', null, 'a stake limit of zero refuses every bet');

-- lower at once, higher after a day and a confirmation
select pg_temp.player('gil');
select slots.set_limit('stake', '24h', 10);
select slots.set_limit('stake', '24h', 8);
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('gil'), 9) $$, 'KG110', null, 'a lower limit holds at once');
select results_eq(
  $$ select amount, next_amount, asked_at from slots.set_limit('stake', '24h', 20) $$,
  $$ values (8.0000, 20.0000, '2031-03-05 12:00Z'::timestamptz) $$, 'a higher limit waits'
);
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('gil'), 9) $$, 'KG110', null, 'the old limit holds while a higher one waits');
select throws_ok($$ select slots.confirm_limit('stake', '24h') $$, 'KG111', null, 'a higher limit cannot be confirmed at once');
select test.set_clock('2031-03-06 11:59:59Z');
select is((slots.set_limit('stake', '24h', 20)).asked_at, '2031-03-05 12:00Z'::timestamptz, 'asking again for the same limit does not begin to wait again');
select throws_ok($$ select slots.confirm_limit('stake', '24h') $$, 'KG111', null, 'a higher limit cannot be confirmed before a day has passed');
select test.set_clock('2031-03-06 12:00Z');
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('gil'), 9) $$, 'KG110', null, 'no limit rises without a confirmation, however long ago it was asked for');
select results_eq(
  $$ select confirm_from, next_amount from slots.my_limits() where currency is null and kind = 'stake' and period = '24h' $$,
  $$ values ('2031-03-06 12:00Z'::timestamptz, 20.0000) $$, 'my_limits says from when a higher limit can be confirmed'
);
select is((slots.confirm_limit('stake', '24h')).amount, 20.0000, 'after a day the player confirms the higher limit');
select is((slots.confirm_limit('stake', '24h')).amount, 20.0000, 'a confirmation that is sent again changes nothing');
select is(pg_temp.spin(pg_temp.open_session('gil'), 20), 'Evaluating', 'a confirmed limit holds');
select results_eq(
  $$ select amount, next_amount, asked_at is not null from slots.set_limit('stake', '24h', null) $$,
  $$ values (20.0000, null::numeric, true) $$, 'a limit that is to be removed waits'
);
select throws_ok($$ select slots.confirm_limit('stake', '24h') $$, 'KG111', null, 'a removal cannot be confirmed at once');
select is((slots.set_limit('stake', '24h', 5)).asked_at, null, 'a lower limit takes back a removal that waits');
select test.set_clock('2031-03-08 12:00Z');
select is((slots.confirm_limit('stake', '24h')).amount, 5.0000, 'what was taken back cannot be confirmed');
select slots.set_limit('stake', '24h', null);
select test.set_clock('2031-03-09 12:00Z');
select is((slots.confirm_limit('stake', '24h')).amount, null, 'a removal is confirmed after a day');
select is(pg_temp.spin(pg_temp.open_session('gil'), 100), 'Evaluating', 'a removed limit binds no more');
select is((slots.set_limit('stake', '24h', 30)).amount, 30.0000, 'a limit after none holds at once');
select throws_ok($$ select slots.confirm_limit('loss', 'month') $$, 'KG004', null, 'a limit that was never set cannot be confirmed');

-- periods
select test.set_clock('2031-03-09 12:00Z');  -- a Sunday
select pg_temp.player('hal');
select slots.set_limit('stake', '24h', 10), slots.set_limit('stake', '7d', 15), slots.set_limit('stake', 'month', 20);
select pg_temp.spin(pg_temp.open_session('hal'), 10);
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('hal'), 1) $$, 'KG110', null, 'a limit of 24h holds until the UTC day ends');
select test.set_clock('2031-03-10 00:00Z');
select is(pg_temp.spin(pg_temp.open_session('hal'), 9), 'Evaluating', 'the day and the ISO week begin anew on Monday at midnight UTC');
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('hal'), 1.5) $$, 'KG110', null, 'the limit of the day counts the day alone');
select test.set_clock('2031-03-11 00:00Z');
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('hal'), 2) $$, 'KG110', null, 'the limit of the month counts the weeks before');
select is(pg_temp.spin(pg_temp.open_session('hal'), 1), 'Evaluating', 'the limit of the month can be reached');
select test.set_clock('2031-04-01 00:00Z');
select is(pg_temp.spin(pg_temp.open_session('hal'), 10), 'Evaluating', 'the month begins anew at midnight UTC');
select test.as_owner();
select is(pg_temp.wrong_counters(), 0::bigint, 'the counters of every account are a fold of the ledger');

-- time
select pg_temp.player('ida');
select is((slots.set_limit('time', '24h', 6)).amount, 6.0000, 'a limit of time is in minutes');
select pg_temp.spin(pg_temp.open_session('ida'), 1);
select test.set_clock('2031-04-01 00:03Z');
select pg_temp.spin(pg_temp.open_session('ida'), 1);
select test.set_clock('2031-04-01 00:08Z');
select is(pg_temp.spin(pg_temp.open_session('ida'), 1), 'Evaluating', 'a pause of five minutes is no time at play');
select is((select used from slots.my_limits() where kind = 'time' and period = '24h' and currency = 'AUD'), 3::numeric, 'time at play lies between acts less than five minutes apart');
select test.set_clock('2031-04-01 00:10Z');
select slots.act(pg_temp.open_session('ida'), '{"type": "PlaceBet", "amount": 1}', 'bet');
select test.set_clock('2031-04-01 00:12Z');
select throws_ok(
  $$ select slots.act(pg_temp.open_session('ida'), '{"type": "Spin", "next": {"amount": 1}}') $$, 'KG110', null,
  'who has played as long as they wanted places no bet'
);
select is((slots.act(pg_temp.open_session('ida'), '{"type": "PlaceBet", "amount": 1}', 'bet')).state::text, 'Playing', 'a repeated act gets its first answer and is no time at play');
select is((slots.act(pg_temp.open_session('ida'), '{"type": "Spin"}')).state::text, 'Evaluating', 'a placed bet can be spun, whatever time has passed');
select is((slots.act(pg_temp.open_session('ida'), '{"type": "CashOut"}')).state::text, 'Completed', 'who has played long enough cashes out');

-- breaks and exclusions
select pg_temp.player('joe', 1);
select slots.act(pg_temp.open_session('joe'), '{"type": "PlaceBet", "amount": 7}', 'kept');
select results_eq(
  $$ select kind, starts_at, ends_at from slots.cool_off(1) $$,
  $$ values ('cool_off', '2031-04-01 00:12Z'::timestamptz, '2031-04-03 00:00Z'::timestamptz) $$,
  'a break of a day is at least a day, and ends with a UTC day'
);
select is((select state::text from slots.sessions where session_id = pg_temp.open_session('joe')), 'Completed', 'a break ends open sessions');
select is((select balance from slots.wallets where wallet_id = pg_temp.wallet_of('joe')), 1000.0000, 'the bet that was placed is played and paid');
select throws_ok($$ select pg_temp.spin(pg_temp.open_session('joe'), 1) $$, 'KG112', null, 'who takes a break cannot act');
select throws_ok($$ select slots.create_session((select returns from t), '{}', pg_temp.wallet_of('joe')) $$, 'KG112', null, 'who takes a break opens no session');
select throws_ok($$ select slots.create_session((select returns from t)) $$, 'KG112', null, 'who takes a break opens no session without a wallet either');
select throws_ok($$ select slots.create_wallet('AUD', 10) $$, 'KG112', null, 'who takes a break opens no wallet');
select throws_ok($$ select slots.create_wallet('NZD', 10) $$, 'KG112', null, 'who takes a break opens no wallet in another currency');
select is((slots.wallet_operation(pg_temp.wallet_of('joe'), 'debit', 100)).amount, -100.0000, 'who takes a break may withdraw');
select is((slots.act(pg_temp.open_session('joe'), '{"type": "PlaceBet", "amount": 7}', 'kept')).state::text, 'Playing', 'an act of before the break, sent again, gets its first answer');
select test.as_service();
select throws_ok($$ select slots.wallet_operation(pg_temp.wallet_of('joe'), 'credit', 1) $$, 'KG112', null, 'nothing is credited to who takes a break');
select throws_ok($$ select slots.create_wallet('AUD', 10, '{}', test.user('joe')) $$, 'KG112', null, 'the service opens no wallet for who takes a break');
select is((slots.wallet_operation(pg_temp.wallet_of('joe'), 'credit', 1000, 'start')).entry_no, 1::bigint, 'a credit of before the break, sent again, gets its first answer');
select test.set_clock('2031-04-01 12:00Z');
select test.as_user(test.user('joe'));
select is((slots.self_exclude(6)).ends_at, '2031-10-02 00:00Z'::timestamptz, 'an exclusion of six months follows the break');
select is((slots.cool_off(92)).ends_at, '2031-10-02 00:00Z'::timestamptz, 'a shorter break leaves a longer exclusion as it is');
select test.set_clock('2031-10-01 23:59:59Z');
select throws_ok($$ select slots.create_session((select returns from t), '{}', pg_temp.wallet_of('joe')) $$, 'KG112', null, 'an exclusion holds to its last second');
select is((select max(excluded_until) from slots.my_limits()), '2031-10-02 00:00Z'::timestamptz, 'my_limits says how long an exclusion holds');
select test.set_clock('2031-10-02 00:00Z');
select is((slots.create_session((select returns from t), '{}', pg_temp.wallet_of('joe'))).state::text, 'Initialized', 'an exclusion ends by itself');
select throws_ok(format('select slots.%s', call), 'KG001', null, format('the call %s is refused', call))
from unnest(array['cool_off(0)', 'cool_off(93)', 'cool_off(null)', 'self_exclude(5)', 'self_exclude(61)', 'set_limit(''bets'', ''24h'', 1)',
  'set_limit(''stake'', ''1d'', 1)', 'set_limit(''stake'', ''24h'', -1)', 'set_limit(''stake'', ''24h'', 1, ''aud'')']) as call;

-- whose they are
select throws_ok(
  format($$ select slots.set_limit('stake', '24h', 1, null, %L) $$, test.user('ann')), 'KG003', null, 'nobody sets the limit of another player'
);
select is_empty($$ select from slots.accounts where owner_id <> auth.uid() union all select from slots.limits where owner_id <> auth.uid() union all select from slots.exclusions where owner_id <> auth.uid() $$, 'a player sees nobody else''s accounts, limits and exclusions');
select throws_ok($$ delete from slots.exclusions $$, '42501', null, 'a player removes no exclusion');
select test.as_service();
select is((slots.set_limit('stake', '24h', 1000, null, test.user('ann'))).amount, 10.0000, 'a limit that the service asks for waits for the player''s confirmation too');
select is((slots.set_limit('stake', '24h', 2, null, test.user('ann'))).amount, 2.0000, 'the service lowers a player''s limit at once');
select test.as_owner();
select is(
  (select array_agg((l.after ->> 'amount')::numeric order by l.entry_id) from core.audit_log as l
   where l.table_name = 'slots.limits' and l.after ->> 'owner_id' = test.user('ann')::text),
  array[10, 10, 2]::numeric[], 'every change of a limit is in the audit log'
);
select throws_ok(format('%s slots.exclusions', statement), 'KG008', null, format('not even the owner can %s exclusions', statement))
from unnest(array['delete from', 'truncate']) as statement;

-- two accounts become one
select test.set_clock('2031-10-02 12:00Z');
select pg_temp.player('kim'), pg_temp.player('lou');
select test.as_user(test.user('kim'));
select slots.set_limit('stake', '24h', 10);
select pg_temp.spin(pg_temp.open_session('kim'), 6);
select slots.self_exclude(12);
select test.as_owner();
select slots.merge_person(test.user('kim'), test.user('lou'));
select results_eq(
  format($$ select a.currency, a.staked[1], a.stake_limits[1], a.excluded_until from slots.accounts as a where a.owner_id = %L order by 1 $$, test.user('lou')),
  $$ values ('*', 0::numeric, 10.0000, '2032-10-03 00:00Z'::timestamptz), ('AUD', 6.0000, 10.0000, '2032-10-03 00:00Z') $$,
  'an account that becomes another one brings its limits, what it used of them, and its exclusion'
);
select * from finish();
rollback;
