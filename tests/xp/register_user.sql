-- xp.register_user: the caller, or the service for anybody; exact zones only.
begin;
select plan(33);
select test.as_user(test.user('ann'));
select is((xp.register_user(test.user('ann')::text, 'Asia/Kathmandu', null)).reward_tz, 'Asia/Kathmandu', 'a user registers their own account');
select is(
  (xp.register_user(test.user('ann')::text, 'Asia/Kathmandu', null)).user_id, xp.my_user_id(), 'a repetition returns the account'
);
select throws_ok($$select xp.register_user(test.user('ann')::text, 'Asia/Tokyo', null)$$, 'KG307', null, 'a zone is not changed by registering again');
select throws_ok($$select xp.register_user(test.user('bob')::text, 'Asia/Tokyo', null)$$, 'KG003', null, 'nobody registers another user');
select throws_ok($$select xp.register_user(null, 'Asia/Tokyo', null)$$, 'KG003', null, 'null is no platform id');
select throws_ok($$select xp.register_user(test.user('ann')::text, 'Mars/Olympus', null)$$, 'KG001', null, 'an unknown zone is refused');
select throws_ok($$select xp.register_user(test.user('ann')::text, 'UTC+3', null)$$, 'KG001', null, 'an offset is no zone');
select throws_ok($$select xp.register_user(test.user('ann')::text, null, null)$$, 'KG001', null, 'null is no zone');
select results_eq('select current_balance, season_id from xp.xp_balance', 'values (0::bigint, null::text)', 'an account begins with a balance of 0');
select results_eq('select current_streak, last_reward_day_id from xp.xp_streaks', 'values (0, null::text)', 'an account begins without a streak');
select test.as_service();
select is((xp.register_user('traveller', 'Asia/Calcutta')).reward_tz, 'Asia/Calcutta', 'an old name of a zone is a zone');
select is((xp.register_user('traveller', 'Asia/Kolkata')).reward_tz, 'Asia/Calcutta', 'a repetition under the new name of one''s own zone returns the account');
select throws_ok($$select xp.register_user('traveller', 'Asia/Colombo')$$, 'KG307', null, 'a zone whose clock has differed is another zone');
select throws_ok($$select xp.register_user('traveller', 'Asia/Kolkata', 'vip')$$, 'KG307', null, 'another segment is no repetition');
select test.as_user(test.user('cheat'));
select throws_ok($$select xp.register_user(test.user('cheat')::text, 'UTC', 'vip')$$, 'KG003', null, 'a user may not name a segment by default');
select test.as_service();
select core.set_setting('xp.self_segment', 'true');
select test.as_user(test.user('ann'));
select throws_ok($$select xp.register_user(test.user('ann')::text, 'UTC', '')$$, 'KG001', null, 'a segment has a name that is not empty');
select test.as_user(test.user('vip'));
select is((xp.register_user(test.user('vip')::text, 'UTC', 'vip')).segment_key, 'vip', 'a user may name a segment where the setting allows it');
select test.as_service();
select is((xp.register_user('steam:4711', 'UTC', 'vip')).external_user_id, 'steam:4711', 'the service registers any platform id');
select throws_ok($$select xp.register_user('', 'UTC', null)$$, 'KG001', null, 'the service registers no empty platform id');
select throws_ok(format('select xp.register_user(%L, %L, %L)', u, z, s), 'KG001', null, format('the service does not register %s in %s', coalesce(left(u, 5), 'null'), coalesce(left(z, 5), 'null')) || coalesce(' as ' || left(s, 5), ''))
from (values (null, 'UTC', null), (repeat('u', 201), 'UTC', null), (repeat('u', 1000000), 'UTC', null), ('u', repeat('z', 1000000), null), ('u', 'UTC', repeat('s', 101)), ('u', 'utc', null)) a (u, z, s);
select is(length((xp.register_user(repeat('ü', 200), 'UTC', repeat('ü', 100))).external_user_id), 200, 'an id may have 200 characters of any alphabet');
select test.as_anon();
select throws_ok($$select xp.register_user('x', 'UTC', null)$$, '42501', null, 'anon cannot register anybody');
select test.act_as('authenticated', '{}');
select throws_ok($$select xp.register_user('x', 'UTC', null)$$, 'KG002', null, 'who is not signed in cannot register');

select test.as_owner();
insert into core.closed_persons (person_id, kind) values (test.user('gone'), 'erased');
insert into core.closed_persons (person_id, kind, closed_at, until) values (test.user('away'), 'closed', now(), now() + interval '1 day');
select test.as_service();
select throws_ok($$select xp.register_user(test.user('gone')::text, 'UTC')$$, 'KG010', null, 'the service opens no account for an erased person');
select throws_ok($$select xp.register_user(upper(test.user('gone')::text), 'UTC')$$, 'KG010', null, 'the service opens no account for an erased person under another spelling of the id');
select throws_ok($$select xp.register_user(test.user('away')::text, 'UTC')$$, 'KG010', null, 'the service opens no account for who has closed theirs');
select is((select count(*) from xp.xp_users as u where u.external_user_id in (test.user('gone')::text, upper(test.user('gone')::text), test.user('away')::text)), 0::bigint, 'a refused registration leaves no account');

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
