-- How much one person can store is bounded by settings.
begin;
select plan(9);
select test.slots_game();
update core.settings as s set value = '2' where s.name in ('slots.wallets_per_person', 'slots.open_sessions_per_person', 'slots.metrics_per_session');

create temp table w (wallet_id uuid, session_id uuid) on commit drop;
grant all on w to public;
select test.as_user(test.user('ann'));
insert into w (wallet_id) select wallet_id from slots.create_wallet('EUR', 1);
select lives_ok($$select slots.create_wallet('USD', 1, idempotency_key => 'second')$$, 'a person can have as many wallets as the setting says');
select throws_ok($$select slots.create_wallet('AUD', 1)$$, 'KG012', null, 'a person cannot have more wallets than the setting says');
select lives_ok($$select slots.create_wallet('USD', 1, idempotency_key => 'second')$$, 'a wallet that was made is found again beyond the quota');

update w set session_id = s.session_id from slots.create_session((select game_id from slots.games limit 1), '{}', (select wallet_id from w)) as s;
select lives_ok($$select slots.create_session((select game_id from slots.games limit 1), '{}', (select wallet_id from w))$$, 'a person can have as many open sessions as the setting says');
select throws_ok($$select slots.create_session((select game_id from slots.games limit 1), '{}', (select wallet_id from w))$$, 'KG012', null, 'a person cannot have more open sessions than the setting says');

select count(slots.record_metric((select session_id from w), 'speed', n)) from generate_series(1, 2) as n;
select throws_ok($$select slots.record_metric((select session_id from w), 'speed', 3)$$, 'KG012', null, 'a session cannot have more metrics than the setting says');

select test.as_user(test.user('bob'));
select lives_ok($$select slots.create_wallet('EUR', 1)$$, 'the quota of one person is no other person''s');
select test.as_service();
select lives_ok(format($$select slots.create_wallet('AUD', 1, '{}', %L)$$, test.user('ann')), 'the service may make more than a person');
select lives_ok($$select slots.record_metric((select session_id from w), 'speed', 4)$$, 'the service may record more than a person');
select * from finish();
rollback;
