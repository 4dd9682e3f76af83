-- Whoever leaves, comes back, becomes one with another account or asks for their data: what slots does then.
begin;
select plan(81);
select test.clients_commit();

-- Everything that a session can be, with words of the person in it.
create function pg_temp.play(name text, game uuid) returns uuid language plpgsql as $$
declare
  _wallet uuid := test.slots_wallet(name, 100, 1000, '{"perSpinFee": 0.5}');
  _profile jsonb := jsonb_build_object('behaviorType', 'canary of ' || name, 'words', 'canary of ' || name, 'maxBet', 50);
  _session uuid;
begin
  _session := test.slots_session(game, _wallet, _profile);  -- Initialized
  _session := test.slots_session(game, _wallet, _profile);
  perform slots.transition(_session, 'Probing');
  _session := test.slots_session(game, _wallet, _profile);
  perform slots.transition(_session, 'Playing');
  insert into slots.sessions (session_id, owner_id, game_id, player_profile, current_wallet_id) values (core.uuid_v7(core.slot_of(test.user(name)::text)), test.user(name), game, _profile, _wallet);  -- Idle
  _session := test.slots_session(game, _wallet, _profile);
  perform test.as_user(test.user(name));
  perform slots.act(_session, '{"type": "Spin", "amount": 1}');  -- Evaluating
  perform slots.record_metric(_session, 'canary of ' || name, 1);
  perform test.as_owner();
  _session := test.slots_session(game, _wallet, _profile);
  perform test.as_user(test.user(name));
  perform slots.act(_session, '{"type": "Spin", "amount": 1}');
  perform slots.act(_session, '{"type": "CashOut"}');  -- Completed
  perform test.as_owner();
  perform slots.upkeep_reports();
  perform test.as_user(test.user(name));
  perform slots.create_session(game, _profile);  -- without a wallet
  perform test.as_owner();
  _session := test.slots_session(game, _wallet, _profile);
  perform test.as_user(test.user(name));
  perform slots.act(_session, '{"type": "PlaceBet", "amount": 5}', 'my bet');  -- pending
  perform test.as_owner();
  return _session;
end
$$;
-- What is written down of the people, but for whom a row belongs to.
create function pg_temp.words() returns text language plpgsql as $$
declare
  _table record;
  _words text;
  _all text := '';
begin
  for _table in select c.oid::regclass as name from pg_class as c where c.relnamespace = 'slots'::regnamespace and c.relkind in ('r', 'm') loop
    execute format('select string_agg(t::text, '' '') from %s as t', _table.name) into _words;
    _all := _all || coalesce(_words, '');
  end loop;
  return _all;
end
$$;
-- Rows of everybody but one person.
create function pg_temp.others(name text) returns text language sql as $$
  select md5(
    (select string_agg(t::text, ' ' order by t.session_id) from slots.sessions as t where t.owner_id <> test.user(name))
    || (select string_agg(t::text, ' ' order by t.wallet_id, t.entry_no) from slots.wallet_entries as t where t.owner_id <> test.user(name))
    || (select string_agg(t::text, ' ' order by t.session_id, t.event_index) from slots.gameplay_events as t where t.owner_id <> test.user(name))
    || (select string_agg(t::text, ' ' order by t.metric_id) from slots.metrics as t where t.owner_id <> test.user(name))
  )
$$;
create function pg_temp.erase(name text) returns void language plpgsql as $$
begin
  insert into core.closed_persons (person_id, kind) values (test.user(name), 'erased') on conflict do nothing;
  perform core.run_person_hooks('erase', test.user(name));
end
$$;
create function pg_temp.wallet(name text, currency text default 'AUD') returns slots.wallets language sql as $$
  select w from slots.wallets as w where w.owner_id = test.user(wallet.name) and w.currency = wallet.currency order by w.wallet_id limit 1
$$;
-- Every spin that was drawn here follows from its seed, revealed or not.
create function pg_temp.wrong_spins() returns bigint language sql as $$
  select count(*)
  from slots.gameplay_events as e
  join slots.sessions as s on s.session_id = e.session_id
  join slots.server_seeds as k on k.session_id = e.session_id
  cross join lateral slots.verify_spin(s.game_id, k.server_seed, s.client_seed, e.nonce) as v
  where e.nonce is not null and to_jsonb(v.stops) <> e.result -> 'stops'
$$;

create temp table t as select test.slots_game() as game, test.slots_certain_game(2) as certain;
grant select on t to public;
select test.slots_wallet('bob', 10) as bobs \gset
select slots.record_metric(pg_temp.play('bob', (select certain from t)), 'canary of bob', 2) is null as no \gset

-- erased
alter table t add column pending uuid;
update t set pending = pg_temp.play('ann', certain);
select pg_temp.others('ann') as before \gset
select cmp_ok(pg_temp.words(), '~', 'canary of ann', 'the words of a person stand somewhere');
select is((pg_temp.wallet('ann')).balance, 95.5, 'a wallet has money and a placed bet before the erasure');
select pg_temp.erase('ann');
select is(
  (select array_agg(distinct s.state || ' ' || (s.deleted_at is not null) || ' ' || s.player_profile || ' ' || coalesce(s.pending_bet, 0)) from slots.sessions as s where s.owner_id = test.user('ann')),
  array['Completed true {} 0'], 'an erasure completes every session, whatever its state, hides it and empties its profile'
);
select is((pg_temp.wallet('ann')).balance, 105.5, 'an erasure plays the placed bet, and the money stays');
select is((pg_temp.wallet('ann')).deleted_at, null, 'a wallet with money in it stays open in an erasure');
select results_eq(
  $$ select e.action ->> 'type', e.result ->> 'by', e.state::text from slots.gameplay_events as e where e.session_id = (select pending from t) order by e.event_index $$,
  $$ values ('PlaceBet', null, 'Playing'), ('Spin', null, 'Evaluating'), ('CashOut', 'erasure', 'Completed') $$,
  'a placed bet that an erasure plays is a Spin, and the CashOut behind it says what ended the session'
);
select is(
  (select (e.result -> 'spin' ->> 'payout')::numeric from slots.gameplay_events as e where e.session_id = (select pending from t) and e.event_index = 3), 10::numeric,
  'the last event of an erased session holds the spin that it played'
);
select is(
  (select count(*) from slots.sessions as s where s.owner_id = test.user('ann') and (
    s.event_count <> (select count(*) from slots.gameplay_events as e where e.session_id = s.session_id)
    or s.event_count <> (select count(*) from slots.rl_store as r where r.session_id = s.session_id)
    or not exists (select from slots.rl_store as r where r.session_id = s.session_id and r.event_index = s.event_count and r.done)
  )),
  0::bigint, 'events and experiences of erased sessions have no gap, and the last one is done'
);
select cmp_ok(pg_temp.words(), '!~', 'canary of ann', 'no word of an erased person is left');
select cmp_ok(pg_temp.words(), '~', 'canary of bob', 'the words of others stay');
select is(pg_temp.others('ann'), :'before', 'an erasure changes no row of anybody else');
select bag_eq(
  $$ select distinct m.key from slots.metrics as m where m.owner_id = test.user('ann') $$,
  $$ values ('gone'), ('spins'), ('wins'), ('totalBet'), ('totalPayout'), ('totalFees'), ('totalReward') $$, 'names of metrics that upkeep gave stay in an erasure'
);
select is(pg_temp.wrong_spins(), 0::bigint, 'every spin of an erased person follows from its seed');
select cmp_ok((select count(*) from slots.gameplay_events as e where e.nonce is not null), '>', 4::bigint, 'there were spins to verify');
select test.slots_books_balance();
select md5(pg_temp.words()) as before \gset
select pg_temp.erase('ann');
select is(md5(pg_temp.words()), :'before', 'an erasure that is repeated changes nothing');
select test.as_user(test.user('ann'));
select throws_ok($$ select slots.create_wallet('AUD', 1) $$, 'KG010', null, 'an erased person''s token makes no wallet');
select throws_ok($$ select slots.create_session((select certain from t), '{"words": "canary"}') $$, 'KG010', null, 'an erased person''s token begins no session');
select throws_ok($$ select slots.act((select pending from t), '{"type": "CashOut"}') $$, 'KG010', null, 'an erased person''s token acts in no session');
select test.as_service();
select throws_ok(
  $$ select slots.create_wallet('AUD', 1, '{}', test.user('ann')) $$, 'KG010', null, 'the service makes no wallet for an erased person'
);
select throws_ok(
  $$ select slots.create_session((select certain from t), '{"words": "canary"}', (pg_temp.wallet('ann')).wallet_id) $$, 'KG010', null, 'the service begins no session for an erased person'
);
select throws_ok($$ select slots.record_metric((select pending from t), 'canary', 1) $$, 'KG010', null, 'the service names no metric of an erased person''s session');
select is((slots.session_status((select pending from t))).state, 'Completed', 'the service sees the session of an erased person');
select test.as_owner();
select throws_ok(
  $$ update slots.metrics as m set key = 'gone' where m.owner_id = test.user('bob') $$, 'KG008', null, 'nothing but an erasure changes the name of a metric'
);

-- closed and opened again
update t set pending = pg_temp.play('cat', certain);
select pg_temp.others('cat') as before \gset
update core.settings as s set value = 'true' where s.name = 'core.clients_can_abort';
select test.act_as('none', format('{"role": "authenticated", "sub": "%s"}', test.user('cat'))::jsonb);
select throws_ok($$ select core.run_person_hooks('close', test.user('cat')) $$, 'KG009', null, 'nobody closes their account in the transaction that placed a bet');
select test.as_owner();
select test.clients_commit();
select core.run_person_hooks('close', test.user('cat'));
select is(
  (select array_agg(distinct s.state || ' ' || (s.deleted_at is not null) || ' ' || (s.player_profile ->> 'words')) from slots.sessions as s where s.owner_id = test.user('cat')),
  array['Completed true canary of cat'], 'closing an account completes and hides its sessions, and keeps what they hold'
);
select is(
  (select e.result ->> 'by' from slots.gameplay_events as e where e.session_id = (select pending from t) order by e.event_index desc limit 1), 'closing',
  'the last event of a session says that closing the account ended it'
);
select is((pg_temp.wallet('cat')).balance, 105.5, 'closing an account plays the placed bet, and the money stays');
select is(pg_temp.others('cat'), :'before', 'closing an account changes no row of anybody else');
select test.slots_books_balance();
select test.as_user(test.user('cat'));
select is_empty($$ select from slots.sessions $$, 'sessions of a closed account are not seen by their owner');
select throws_ok($$ select slots.session_status((select pending from t)) $$, 'KG004', null, 'a session of a closed account is not found by its owner');
select test.as_owner();
select md5(pg_temp.words()) as before \gset
select core.run_person_hooks('close', test.user('cat'));
select is(md5(pg_temp.words()), :'before', 'closing that is repeated changes nothing');
select core.run_person_hooks('reopen', test.user('cat'));
select core.run_person_hooks('reopen', test.user('cat'));
select test.as_user(test.user('cat'));
select is((slots.session_status((select pending from t))).state, 'Completed', 'whoever comes back sees their sessions again, completed');
select is((select count(*) from slots.sessions), 8::bigint, 'whoever comes back sees all their sessions again');
select lives_ok(
  $$ select slots.create_session((select certain from t), '{}', (pg_temp.wallet('cat')).wallet_id) $$, 'whoever comes back plays on with their wallet'
);
select test.as_owner();
select pg_temp.erase('cat');
select cmp_ok(pg_temp.words(), '!~', 'canary of cat', 'no word of a person is left who closed their account, came back and was erased');
select test.slots_books_balance();

-- one account of two
update t set pending = pg_temp.play('gus', certain);
select test.slots_wallet('gus', 5, 40) as second_wallet \gset
select test.slots_wallet('gus', 0, 20) as empty_wallet \gset
select test.as_user(test.user('gus'));
select (slots.create_wallet('EUR', 70, '{"perSpinFee": 0.25}')).wallet_id as euros \gset
select test.as_owner();
select from slots.wallet_operation(:'euros', 'credit', 20, 'start');
select test.slots_wallet('dan', 1, 1000) as dans \gset
select test.slots_wallet('dan', 1, 10) as dans_strict \gset
select test.slots_session((select certain from t), :'dans') as dans_session \gset
create temp table sums as select currency, sum(balance) as balance from slots.wallets group by currency;
update sums set balance = balance + 10 where currency = 'AUD';  -- the placed bet pays twice its stake
select core.run_person_hooks('merge', test.user('gus'), test.user('dan'));
select results_eq($$ select currency, sum(balance) from slots.wallets group by currency order by 1 $$, $$ select * from sums order by 1 $$, 'two accounts that become one hold together what they held before');
select is(
  array(select w.currency || ' ' || w.balance || ' ' || w.daily_limit from slots.wallets as w where w.owner_id = test.user('dan') order by w.wallet_id),
  array['AUD 111.5000 20.0000', 'AUD 1.0000 10.0000', 'EUR 20.0000 70.0000'],
  'the new account has the money, in wallets of the same currencies, and the stricter of both limits'
);
select is(
  (select w.cost_rate from slots.wallets as w where w.owner_id = test.user('dan') and w.currency = 'EUR'), '{"perSpinFee": 0.25}', 'a wallet that is made for a currency has the fees of the old one'
);
select is(
  (select array_agg(distinct w.balance || ' ' || (w.deleted_at is not null)) from slots.wallets as w where w.owner_id = test.user('gus')), array['0.0000 true'], 'the wallets of the old account are empty and closed'
);
select is(
  (select array_agg(distinct s.state || ' ' || (s.deleted_at is not null)) from slots.sessions as s where s.owner_id = test.user('gus')), array['Completed true'], 'the sessions of the old account are completed and hidden'
);
select is(
  (select e.result ->> 'by' from slots.gameplay_events as e where e.session_id = (select pending from t) order by e.event_index desc limit 1), 'merge', 'the last event of a session says that it ended as two accounts became one'
);
select is((select count(*) from slots.gameplay_events as e where e.owner_id = test.user('dan')), 0::bigint, 'no event moves to the new account');
select results_eq(
  $$ select count(*), sum(e.amount) from slots.wallet_entries as e where e.kind = 'merge' $$, $$ values (6::bigint, 0::numeric) $$, 'entries that carry money come in pairs that sum to zero'
);
select is(
  (select count(*) from slots.wallet_entries as e where e.kind = 'merge' and not exists (
    select from slots.wallet_entries as o
    where o.kind = 'merge' and o.amount = -e.amount and e.idempotency_key = format('merge:%s:%s', o.wallet_id, o.entry_no) and o.idempotency_key = format('merge:%s:%s', e.wallet_id, e.entry_no)
  )),
  0::bigint, 'each entry that carries money names the wallet and the number of its twin'
);
select is(
  (select w.spent_today from slots.wallets as w where w.wallet_id = :'dans'), 8.5, 'what the old account spent today counts in the new one'
);
select test.as_user(test.user('dan'));
select throws_ok(format($$ select slots.act(%L, '{"type": "PlaceBet", "amount": 11.51}') $$, :'dans_session'), 'KG104', null, 'two accounts that become one do not have two limits');
select lives_ok(format($$ select slots.act(%L, '{"type": "PlaceBet", "amount": 11.5}') $$, :'dans_session'), 'the new account spends up to the limit');
select lives_ok(format($$ select slots.act(%L, '{"type": "Spin"}') $$, :'dans_session'), 'the new account plays on');
select test.as_owner();
select test.slots_books_balance();
select md5(pg_temp.words()) as before \gset
select core.run_person_hooks('merge', test.user('gus'), test.user('dan'));
select is(md5(pg_temp.words()), :'before', 'a merge that is repeated changes nothing');
select test.slots_wallet('rich', 9999999999999998) as rich \gset
select test.slots_wallet('poor', 3) as poor \gset
select throws_ok($$ select core.run_person_hooks('merge', test.user('poor'), test.user('rich')) $$, 'KG011', null, 'accounts whose money no wallet holds do not become one');
select is((pg_temp.wallet('poor')).balance, 3::numeric, 'a merge that is refused leaves the money where it was');
-- in one account
select throws_ok(
  format($$ update slots.wallet_entries set kind = 'credit' where wallet_id = %L and kind = 'merge' $$, :'dans'), 'KG008', null, 'entries of a merge are a history too'
);

-- deleted where people sign up
insert into auth.users (id, email) values (test.user('lea'), 'lea@example.org');
update t set pending = pg_temp.play('lea', certain);
select pg_temp.others('lea') as before \gset
select lives_ok($$ delete from auth.users where id = test.user('lea') $$, 'somebody with wallets, live sessions and a placed bet can be deleted from auth.users');
select is(
  (select array_agg(distinct s.state || ' ' || (s.deleted_at is not null) || ' ' || s.player_profile) from slots.sessions as s where s.owner_id = test.user('lea')), array['Completed true {}'],
  'deleting a sign-up completes every session and empties its profile'
);
select is((pg_temp.wallet('lea')).balance, 105.5, 'deleting a sign-up plays the placed bet, and the money stays');
select cmp_ok(pg_temp.words(), '!~', 'canary of lea', 'no word is left of somebody who was deleted from auth.users');
select is(pg_temp.others('lea'), :'before', 'deleting a sign-up changes no row of anybody else');
select test.slots_books_balance();

-- by the calls of people and of the service
update t set pending = pg_temp.play('mia', certain);
select test.as_user(test.user('mia'));
select is((core.close_account()).kind, 'closed', 'a person with a placed bet of an earlier moment closes their account');
select throws_ok($$ select slots.act((select pending from t), '{"type": "CashOut"}') $$, 'KG010', null, 'whoever closed their account acts in no session');
select cmp_ok((select count(*) from core.export_my_data('slots', null, 1000) as x where x.table_name = 'slots.sessions'), '=', 8::bigint, 'whoever closed their account gets their data');
select core.reopen_account();
select is((slots.session_status((select pending from t))).balance, 105.5, 'whoever reopens their account sees what the placed bet paid');
select test.as_service();
select is((core.merge_accounts(test.user('mia'), test.user('ned'))).kind, 'merged', 'the service makes one account of two');
select test.as_user(test.user('ned'));
select is((select sum(w.balance) from slots.wallets as w), 105.5, 'the new account has the money of the old one');
select is((select count(*) from core.export_my_data('slots', null, 1000) as x where x."row"::text ~ 'canary of mia'), 9::bigint, 'an export of the new account has the words of the old one');
select test.as_service();
select is((core.erase_person(test.user('ned'), 'asked for it')).kind, 'erased', 'the service erases the new account');
select test.as_owner();
select cmp_ok(pg_temp.words(), '!~', 'canary of mia', 'erasing the new account erases the words of the old one');
select test.slots_books_balance();

-- exported
create function pg_temp.pages(name text, page_size integer) returns setof jsonb language plpgsql as $$
declare
  _row record;
  _after jsonb;
  _seen integer;
begin
  loop
    _seen := 0;
    for _row in select * from slots.export_person(test.user(name), _after, page_size) loop
      _after := jsonb_build_object('table_name', _row.table_name, 'key', _row.key);
      _seen := _seen + 1;
      return next to_jsonb(_row);
    end loop;
    exit when _seen < page_size;
  end loop;
end
$$;
select results_eq($$ select pg_temp.pages('bob', 3) $$, $$ select pg_temp.pages('bob', 10000) $$, 'an export in small pages is that in one');
select is(
  array(select p ->> 'table_name' || ' ' || count(*) from pg_temp.pages('bob', 10000) as p group by p ->> 'table_name' order by 1),
  array(
    select v.name || ' ' || v.rows
    from (
      select 'slots.accounts', (select count(*) from slots.accounts where owner_id = test.user('bob')) union all
      select 'slots.exclusions', (select count(*) from slots.exclusions where owner_id = test.user('bob')) union all
      select 'slots.limits', (select count(*) from slots.limits where owner_id = test.user('bob')) union all
      select 'slots.action_keys', (select count(*) from slots.action_keys as k join slots.sessions as s using (session_id) where s.owner_id = test.user('bob')) union all
      select 'slots.gameplay_events', (select count(*) from slots.gameplay_events where owner_id = test.user('bob')) union all
      select 'slots.metrics', (select count(*) from slots.metrics where owner_id = test.user('bob')) union all
      select 'slots.revealed_seeds', (select count(*) from slots.revealed_seeds where owner_id = test.user('bob')) union all
      select 'slots.rl_store', (select count(*) from slots.rl_store where owner_id = test.user('bob')) union all
      select 'slots.sessions', (select count(*) from slots.sessions where owner_id = test.user('bob')) union all
      select 'slots.wallet_entries', (select count(*) from slots.wallet_entries where owner_id = test.user('bob')) union all
      select 'slots.wallets', (select count(*) from slots.wallets where owner_id = test.user('bob'))
    ) as v (name, rows)
    where v.rows > 0
    order by 1
  ),
  'an export has every row of a person, of every table'
);
select is((select count(*) from pg_temp.pages('bob', 10000) as p where p::text ~ 'canary of bob' and p ->> 'table_name' in ('slots.sessions', 'slots.metrics')), 10::bigint, 'an export has all words of the person');
select is((select count(*) from pg_temp.pages('bob', 10000) as p where p::text ~ 'canary of (dan|gus|cat)'), 0::bigint, 'an export has no word of anybody else');
select is(
  (select count(*) from pg_temp.pages('bob', 10000) as p join slots.server_seeds as k on p::text ~ encode(k.server_seed, 'hex') or p::text ~ encode(k.next_server_seed, 'hex')), 0::bigint,
  'an export shows no live seed'
);
select is_empty($$ select from slots.export_person(test.user('nobody'), null, 10) $$, 'an export of somebody without rows is empty');
-- tables with an owner that an export would miss
select is(
  array(
    select distinct a.attrelid::regclass::text
    from pg_attribute as a
    join pg_class as c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'slots'::regnamespace
    where a.attname in ('owner_id', 'session_id', 'wallet_id') and not a.attisdropped
      and not exists (select from regexp_matches((select p.prosrc from pg_proc as p where p.oid = 'slots.export_person(uuid, jsonb, integer)'::regprocedure), '''' || a.attrelid::regclass::text || '''') as m)
    order by 1
  ),
  array['slots.full_rl_blocks', 'slots.rl_blocks', 'slots.rl_dataset_episodes', 'slots.server_seeds', 'slots.session_rollups'],
  'an export leaves out only secrets, what holds nothing but counts, and which episodes a dataset was made of'
);
-- what was spent today comes with a merge, and a call that is sent again does not lose it
select test.as_owner();
select test.set_clock('2031-03-05 12:00Z');
create temp table u as select test.slots_wallet('uma', 100, 60) as into_wallet, test.slots_wallet('udo', 40, 60) as from_wallet;
grant select on u to public;
select test.as_user(test.user('uma'));
select slots.wallet_operation(into_wallet, 'debit', 1, 'out') from u;
select test.as_owner();
select test.set_clock('2031-03-06 12:00Z');
create temp table v as select test.slots_session(test.slots_certain_game(0), from_wallet, '{}') as session from u;
select slots.act(session, '{"type": "Spin", "amount": 40}') from v;
select core.run_person_hooks('merge', test.user('udo'), test.user('uma'));
select test.as_user(test.user('uma'));
select slots.wallet_operation(into_wallet, 'debit', 1, 'out') from u;
select test.as_owner();
select is(
  (select slots.spent_on(w, core.wall_clock()) from slots.wallets as w where w.wallet_id = (select into_wallet from u)), 40::numeric,
  'what was spent today under the old account still counts after a call was sent again'
);
select test.slots_books_balance();

select * from finish();
rollback;
