begin;
select plan(66);
select test.slots_game();

-- create_wallet
select test.as_user(test.user('ann'));
select results_eq(
  $$ select owner_id, currency, balance, daily_limit, cost_rate from slots.create_wallet('AUD', 100, '{"perSpinFee": 0.1, "perQueryFee": 0.05}') $$,
  format($$ values (%L::uuid, 'AUD', 0.0000, 100.0000, '{"perSpinFee": 0.1, "perQueryFee": 0.05}'::jsonb) $$, test.user('ann')),
  'a wallet starts empty and belongs to the caller'
);
select throws_ok(format($$ select slots.create_wallet(%s, 10, '{}') $$, bad), 'KG001', null, format('the currency %s is refused', bad))
from unnest(array['''aud''', '''AU''', '''AUDD''', '''A1D''', '''''', 'null']) as bad;
select throws_ok(format($$ select slots.create_wallet('AUD', %s, '{}') $$, bad), 'KG001', null, format('the daily limit %s is refused', bad))
from unnest(array['-1', '''NaN''', '''Infinity''', '1.00001', '1e16', 'null']) as bad;
select throws_ok(format($$ select slots.create_wallet('AUD', 1, %s) $$, bad), 'KG001', null, format('the cost rate %s is refused', bad))
from unnest(array[
  '''[]''', '''{"perSpinFee": "1"}''', '''{"perSpinFee": -1}''', '''{"perQueryFee": 0.00001}''', '''{"tax": 1}''', '''{"perSpinFee": null}''', 'null'
]) as bad;
select throws_ok(
  format($$ select slots.create_wallet('AUD', 1, '{}', %L) $$, test.user('bob')), 'KG003', null, 'a player cannot open a wallet for another'
);
select is((slots.create_wallet('EUR', 1, '{}', test.user('ann'))).owner_id, test.user('ann'), 'a player may name themselves as the owner');
select test.as_service();
select is((slots.create_wallet('USD', 1, '{}', test.user('bob'))).owner_id, test.user('bob'), 'the service may open a wallet for a player');
select throws_ok($$ select slots.create_wallet('USD', 1, '{}') $$, 'KG002', null, 'a wallet without a named owner needs somebody signed in');
select test.as_anon();
select throws_ok($$ select slots.create_wallet('USD', 1, '{}') $$, '42501', null, 'a stranger has no right to call create_wallet');

-- wallet_operation
select test.as_owner();
create temp table w as select test.slots_wallet('ann', 0) as id;
grant select on w to public;
select test.as_service();
select results_eq(
  $$ select entry_no, kind, amount, balance_after, idempotency_key from slots.wallet_operation((select id from w), 'credit', 50, 'k1') $$,
  $$ values (1::bigint, 'credit', 50.0000, 50.0000, 'k1') $$,
  'the service may credit a wallet'
);
select results_eq(
  $$ select entry_no, kind, amount, balance_after, idempotency_key from slots.wallet_operation((select id from w), 'credit', 50.00, 'k1') $$,
  $$ values (1::bigint, 'credit', 50.0000, 50.0000, 'k1') $$,
  'the same key with the same request returns the first entry'
);
select is((select balance from slots.wallets where wallet_id = (select id from w)), 50.0000, 'the same key with the same request moves nothing');
select throws_ok($$ select slots.wallet_operation((select id from w), 'credit', 51, 'k1') $$, 'KG006', null, 'the same key with another amount conflicts');
select throws_ok($$ select slots.wallet_operation((select id from w), 'debit', 50, 'k1') $$, 'KG006', null, 'the same key with another operation conflicts');
select test.as_user(test.user('ann'));
select throws_ok($$ select slots.wallet_operation((select id from w), 'credit', 1, 'mine') $$, 'KG003', null, 'a player cannot credit their own wallet');
select is((slots.wallet_operation((select id from w), 'debit', 20.5, 'k2')).balance_after, 29.5000, 'the owner may withdraw from a wallet');
select is((slots.wallet_operation((select id from w), 'debit', 20.5, 'k2')).balance_after, 29.5000, 'a retry of a withdrawal gives the first result');
select throws_ok($$ select slots.wallet_operation((select id from w), 'debit', 29.5001, 'k3') $$, 'KG103', null, 'a withdrawal of a ten-thousandth more than there is is refused');
select is((slots.wallet_operation((select id from w), 'debit', 29.5, 'k3')).balance_after, 0.0000, 'a refused request leaves its key free');
select is((slots.wallet_operation((select id from w), 'debit', 20.5, 'k2')).balance_after, 29.5000, 'a retry answers even where the money is gone by now');
select is((select spent_today from slots.wallets where wallet_id = (select id from w)), 0.0000, 'a withdrawal is no spend');
select throws_ok(
  format($$ select slots.wallet_operation((select id from w), 'debit', %s, 'bad') $$, bad), 'KG001', null, format('the amount %s is refused', bad)
) from unnest(array['0', '-1', '''NaN''', '''Infinity''', '''-Infinity''', '0.00001', '1e16', 'null']) as bad;
select throws_ok(
  format($$ select slots.wallet_operation((select id from w), %s, 1, 'bad') $$, bad), 'KG001', null, format('the operation %s is refused', bad)
) from unnest(array['''steal''', '''''', 'null']) as bad;
select throws_ok(
  format($$ select slots.wallet_operation((select id from w), 'debit', 1, %L) $$, bad), 'KG001', null, 'a key must be 1 to 200 characters'
) from unnest(array['', repeat('k', 201)]) as bad;
select test.as_user(test.user('bob'));
select throws_ok($$ select slots.wallet_operation((select id from w), 'debit', 1, 'k9') $$, 'KG004', null, 'another user''s wallet is not found');
select throws_ok($$ select slots.wallet_operation(gen_random_uuid(), 'debit', 1, 'k9') $$, 'KG004', null, 'an unknown wallet is not found');
select throws_ok($$ select slots.wallet_operation(null, 'debit', 1, 'k9') $$, 'KG004', null, 'a wallet id of null is not found');
select test.as_service();
select throws_ok($$ select slots.wallet_operation(gen_random_uuid(), 'credit', 1, 'k9') $$, 'KG004', null, 'an unknown wallet is not found for the service either');
select is((slots.wallet_operation((select id from w), 'credit', 9999999999999999.9999)).balance_after, 9999999999999999.9999, 'a wallet may hold the largest amount that fits');
select throws_ok($$ select slots.wallet_operation((select id from w), 'credit', 0.0001) $$, 'KG001', null, 'a credit that would not fit the balance is refused');
select isnt(
  (slots.wallet_operation((select id from w), 'debit', 1)).entry_no, (slots.wallet_operation((select id from w), 'debit', 1)).entry_no,
  'every call without a key is a new one'
);

-- set_daily_limit
select test.as_user(test.user('ann'));
select is((slots.set_daily_limit((select id from w), 500)).daily_limit, 500.0000, 'the owner lowers the limit at once');
select throws_ok($$ select slots.set_daily_limit((select id from w), 500.0001) $$, 'KG003', null, 'the owner cannot raise the limit');
select throws_ok($$ select slots.set_daily_limit((select id from w), -1) $$, 'KG001', null, 'a daily limit is not negative');
select test.as_user(test.user('bob'));
select throws_ok($$ select slots.set_daily_limit((select id from w), 1) $$, 'KG004', null, 'another user''s limit is not found');
select test.as_service();
select is((slots.set_daily_limit((select id from w), 900)).daily_limit, 900.0000, 'the service may raise the limit');

select test.slots_books_balance();
-- what is done with another's wallet is on record, with before and after
select test.as_user(test.user('audited'));
create temp table audited as select wallet_id from slots.create_wallet('AUD', 10);
grant select on audited to public;
select test.as_owner();
select is_empty($$ select from core.audit_log where after ->> 'wallet_id' = (select wallet_id::text from audited) $$, 'a wallet that a player makes is no act of the house');
select test.as_service();
select slots.set_daily_limit((select wallet_id from audited), 20);
select slots.set_daily_limit((select wallet_id from audited), 20);
select slots.wallet_operation((select wallet_id from audited), 'credit', 1);
select slots.wallet_operation((select wallet_id from audited), 'debit', 1);
select test.as_owner();
select results_eq(
  $$ select actor_role, before ->> 'daily_limit', after ->> 'daily_limit' from core.audit_log where after ->> 'wallet_id' = (select wallet_id::text from audited) $$,
  $$ values ('service_role', '10.0000', '20.0000') $$, 'a changed daily limit is on record with before and after, and nothing that a ledger says'
);
select test.as_service();
create temp table given as select wallet_id from slots.create_wallet('AUD', 10, '{}', test.user('audited'));
select slots.close_wallet((select wallet_id from given));
select test.as_owner();
select results_eq(
  $$ select operation, actor_role from core.audit_log where after ->> 'wallet_id' = (select wallet_id::text from given) order by entry_id $$,
  $$ values ('INSERT', 'service_role'), ('UPDATE', 'service_role') $$, 'a wallet that the service makes or closes for a player is on record'
);

select * from finish();
rollback;
