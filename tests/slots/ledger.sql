begin;
select plan(40);
select test.clients_commit();
create temp table t as select test.slots_certain_game(0.5) as game, test.slots_wallet('ann', 100, 1000, '{"perSpinFee": 0.25}') as wallet;
alter table t add column session uuid;
update t set session = test.slots_session(game, wallet);
grant select on t to public;
select test.as_user(test.user('ann'));
select slots.act((select session from t), '{"type": "PlaceBet", "amount": 10}', 'a|1');
select slots.act((select session from t), '{"type": "Spin"}', 'a2');
select slots.act((select session from t), '{"type": "PlaceBet", "amount": 4}');
select slots.act((select session from t), '{"type": "CashOut"}');
select test.as_owner();

select results_eq(
  $$ select entry_no, kind, amount, balance_after, event_index, idempotency_key from slots.wallet_entries
    where wallet_id = (select wallet from t) order by entry_no $$,
  $$ values (1::bigint, 'credit', 100.0000, 100.0000, null::bigint, 'start'), (2, 'stake', -10.0000, 90.0000, 1, 'a|1'),
    (3, 'fee', -0.2500, 89.7500, 1, 'a|1'), (4, 'payout', 5.0000, 94.7500, 2, 'a2'), (5, 'stake', -4.0000, 90.7500, 3, null),
    (6, 'fee', -0.2500, 90.5000, 3, null), (7, 'payout', 2.0000, 92.5000, 4, null) $$,
  'the ledger tells every movement, why, and what was left'
);

-- The documented text, spelled out independently of slots.entry_hash.
create function pg_temp.expected(no bigint) returns bytea language sql as $$
  select sha256(convert_to(concat(
    2, '|', encode(coalesce((select p.entry_hash from slots.wallet_entries as p where p.wallet_id = e.wallet_id and p.entry_no = no - 1), decode(repeat('00', 32), 'hex')), 'hex'),
    '|', e.wallet_id, '|', e.entry_no, '|', e.owner_id, '|', e.kind, '|', e.amount, '|', e.balance_after, '|', e.session_id, '|', e.event_index,
    '|', (extract(epoch from e.created_at) * 1000000)::bigint, '|', case when e.by_service then 't' else 'f' end, '|', e.reason, '|', e.actor, '|', e.reverses,
    '|', length(e.reference), '|', e.reference, '|', e.idempotency_key
  ), 'UTF8'))
  from slots.wallet_entries as e where e.wallet_id = (select wallet from t) and e.entry_no = no
$$;
select is(e.entry_hash, pg_temp.expected(e.entry_no), format('entry %s holds the hash of the one before and of itself', e.entry_no))
from slots.wallet_entries as e where e.wallet_id = (select wallet from t) order by e.entry_no;
select is(
  (select last_hash from slots.wallets where wallet_id = (select wallet from t)), pg_temp.expected(7), 'the wallet holds the newest hash'
);
select test.slots_books_balance();

-- append-only for every role, the owner included
select throws_ok($$ update slots.wallet_entries set amount = 1 $$, 'KG008', null, 'no entry is changed');
select throws_ok($$ delete from slots.wallet_entries $$, 'KG008', null, 'no entry is removed');
select throws_ok($$ truncate slots.wallet_entries $$, 'KG008', null, 'the ledger is not emptied');

-- behind the functions' back: one field, one row, one order at a time
create function pg_temp.found(tampering text) returns text language plpgsql as $$
declare
  _found text;
begin
  perform set_config('session_replication_role', 'replica', true);
  execute replace(tampering, '$w', format('%L::uuid', (select wallet from t)));
  perform set_config('session_replication_role', 'origin', true);
  _found := (select string_agg(distinct coalesce(v.entry_no::text, 'wallet'), ',') from slots.verify_wallet((select wallet from t)) as v);
  raise exception using errcode = 'TT001', message = coalesce(_found, 'nothing');
exception
  when sqlstate 'TT001' then
    return sqlerrm;
end
$$;
select is(pg_temp.found('select 1'), 'nothing', 'nothing is found where nothing was changed');
select isnt(pg_temp.found(format('update slots.wallet_entries set %s where wallet_id = $w and entry_no = 3', change)), 'nothing', format('verify_wallet finds an entry changed by %s', change))
from unnest(array[
  'owner_id = gen_random_uuid()', 'kind = ''stake''', 'amount = -0.2501', 'balance_after = 89.7501', 'session_id = gen_random_uuid()',
  'event_index = 9', 'idempotency_key = ''b''', 'idempotency_key = null', 'created_at = created_at + interval ''1 microsecond''',
  'entry_hash = sha256(entry_hash)', '_v = 1', 'by_service = not by_service', 'reason = ''gift''', 'reference = ''x''', 'actor = gen_random_uuid()', 'actor = null', 'amount = -1.25, balance_after = 88.75'
]) as change;
select isnt(pg_temp.found('delete from slots.wallet_entries where wallet_id = $w and entry_no = 7'), 'nothing', 'verify_wallet finds that the newest entry was removed');
select isnt(pg_temp.found('delete from slots.wallet_entries where wallet_id = $w and entry_no = 1'), 'nothing', 'verify_wallet finds that the oldest entry was removed');
select isnt(
  pg_temp.found('insert into slots.wallet_entries select wallet_id, 8, owner_id, kind, amount, balance_after, session_id, event_index, ''x'', created_at, entry_hash from slots.wallet_entries where wallet_id = $w and entry_no = 7'),
  'nothing', 'verify_wallet finds an entry that was put in'
);
select isnt(
  pg_temp.found('update slots.wallet_entries as a set owner_id = b.owner_id, kind = b.kind, amount = b.amount, balance_after = b.balance_after, session_id = b.session_id, event_index = b.event_index, idempotency_key = b.idempotency_key, entry_hash = b.entry_hash from slots.wallet_entries as b where a.wallet_id = $w and b.wallet_id = $w and a.entry_no in (2, 5) and b.entry_no = 7 - a.entry_no'), 'nothing', 'verify_wallet finds that two entries were swapped'
);
select isnt(pg_temp.found('update slots.wallets set balance = balance + 1 where wallet_id = $w'), 'nothing', 'verify_wallet finds that the balance was changed');
select isnt(pg_temp.found('update slots.wallets set last_hash = sha256(last_hash) where wallet_id = $w'), 'nothing', 'verify_wallet finds that the wallet''s hash was changed');

-- reconcile_wallets and the health check see it too
select set_config('session_replication_role', 'replica', true);
update slots.wallets set balance = balance + 1 where wallet_id = (select wallet from t);
update slots.wallet_entries set balance_after = 90.5 where wallet_id = (select wallet from t) and entry_no = 2;
select set_config('session_replication_role', 'origin', true);
select results_eq(
  $$ select entry_no, expected, found from slots.reconcile_wallets() where wallet_id = (select wallet from t) order by entry_no $$,
  $$ values (2::bigint, 90.0000, 90.5000), (3, 90.2500, 89.7500), (null, 92.5000, 93.5000) $$,
  'reconciling names the wallet and the entries that do not add up'
);
select is((select ok from slots.health_ledger()), false, 'the health check sees a balance that is not its newest entry''s');
insert into slots.accounts (owner_id, currency) select test.user('with many wallets'), 'AUD';
insert into slots.wallets (wallet_id, owner_id, currency, daily_limit)
select core.uuid_v7(), test.user('with many wallets'), 'AUD', 1 from generate_series(1, 3000);
select cmp_ok((select substring(detail from ' of (\d+) wallets')::integer from slots.health_ledger()), '<=', 2000, 'the health check looks at a bounded number of wallets, however many there are');

select * from finish();
rollback;
