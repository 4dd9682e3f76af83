-- Changes of zone: from the next boundary on, a week apart, no day twice and none lost.
begin;
select plan(38);
select test.as_owner();
select test.xp_activate('daily', test.xp_policy());
select test.xp_user('ann', 'Europe/Berlin');

-- The caller's side.
select test.as_user(test.user('ann'));
select throws_ok($$select xp.change_timezone('Berlin')$$, 'KG001', null, 'an unknown zone is refused');
select throws_ok($$select xp.change_timezone('europe/paris')$$, 'KG001', null, 'another spelling is refused');
select throws_ok($$select xp.change_timezone('UTC+3')$$, 'KG001', null, 'a POSIX rule is no zone');
select throws_ok(format('select xp.change_timezone(%L)', z), 'KG001', null, format('a text of %s characters is no zone', length(z))) from unnest(array['', repeat('z', 1000000)]) z;
select throws_ok($$select xp.change_timezone(null)$$, 'KG001', null, 'null is no zone');
select throws_ok($$select xp.change_timezone('Europe/Berlin')$$, 'KG001', null, 'the present zone is no change');
select is((xp.change_timezone('Asia/Tokyo')).to_tz, 'Asia/Tokyo', 'a user moves to another zone');
select is((xp.change_timezone('Asia/Tokyo')).change_no, 1, 'the same move sent again answers with the first one');
select throws_ok($$select xp.change_timezone('Europe/Paris')$$, 'KG303', null, 'a second change at once, to a third zone, is refused');
select results_eq(
  $$select change_no, from_tz, to_tz from xp.xp_timezone_changes$$, $$values (1, 'Europe/Berlin', 'Asia/Tokyo')$$, 'the change is recorded'
);
select test.as_user(test.user('stranger'));
select throws_ok($$select xp.change_timezone('Asia/Tokyo')$$, 'KG301', null, 'who is not registered cannot move');
select is_empty($$select * from xp.xp_timezone_changes$$, 'nobody sees the moves of others');
select test.as_anon();
select throws_ok($$select xp.change_timezone('Asia/Tokyo')$$, '42501', null, 'anon cannot move to another zone');

-- Seven days.
select test.as_owner();
select test.xp_user('bob', 'Europe/Berlin');
select lives_ok($$select xp.change_timezone_at(test.user('bob')::text, 'Asia/Tokyo', '2026-03-01 12:00Z')$$, 'a user moves to another zone at a given instant');
select throws_ok(
  $$select xp.change_timezone_at(test.user('bob')::text, 'Europe/Paris', '2026-03-08 11:59:59.999999Z')$$, 'KG303', null,
  'a microsecond before seven days are over it is refused'
);
select lives_ok(
  $$select xp.change_timezone_at(test.user('bob')::text, 'Europe/Paris', '2026-03-08 12:00Z')$$, 'after seven days it is allowed'
);

-- The way home, within seven days.
select lives_ok($$select xp.change_timezone_at(test.user('bob')::text, 'Asia/Tokyo', '2026-03-09 12:00Z')$$, 'a user may go back to the zone that the last change came from');
select throws_ok($$select xp.change_timezone_at(test.user('bob')::text, 'Europe/Paris', '2026-03-10 12:00Z')$$, 'KG303', null, 'a way home has no way back');
select throws_ok($$select xp.change_timezone_at(test.user('bob')::text, 'Europe/Paris', '2026-03-16 11:59:59Z')$$, 'KG303', null, 'the seven days begin anew with the way home');
select lives_ok($$select xp.change_timezone_at(test.user('bob')::text, 'Europe/Paris', '2026-03-16 12:00Z')$$, 'seven days after a way home any zone is free');

-- The calendar: moved on the 10th at noon UTC, from Berlin (start 04:00Z), to a zone further east or west.
create function pg_temp.day_at(from_tz text, to_tz text, at timestamptz) returns text
language sql
return (
  select xp.day_id(d.day) || ' until ' || to_char(d.next_boundary at time zone 'UTC', 'DD HH24:MI')
  from xp.calendar_day(array[from_tz, to_tz], array['2026-03-10 12:00Z'::timestamptz], '05:00', at) d
);
select is(pg_temp.day_at('Europe/Berlin', 'Asia/Tokyo', '2026-03-10 12:00Z'), '2026-03-10 until 11 04:00', 'east: the day of the change goes on as it was');
select is(pg_temp.day_at('Europe/Berlin', 'Asia/Tokyo', '2026-03-11 03:59:59Z'), '2026-03-10 until 11 04:00', 'east: the day of the change keeps its end');
select is(pg_temp.day_at('Europe/Berlin', 'Asia/Tokyo', '2026-03-11 04:00Z'), '2026-03-11 until 11 20:00', 'east: the next day ends as the new zone''s does');
select is(pg_temp.day_at('Europe/Berlin', 'Asia/Tokyo', '2026-03-11 20:00Z'), '2026-03-12 until 12 20:00', 'east: then days are as in the new zone');
select is(pg_temp.day_at('Europe/Berlin', 'Pacific/Honolulu', '2026-03-10 12:00Z'), '2026-03-10 until 11 15:00', 'west: the day of the change is longer');
select is(pg_temp.day_at('Europe/Berlin', 'Pacific/Honolulu', '2026-03-11 14:59:59Z'), '2026-03-10 until 11 15:00', 'west: it stays the same day');
select is(pg_temp.day_at('Europe/Berlin', 'Pacific/Honolulu', '2026-03-11 15:00Z'), '2026-03-11 until 12 15:00', 'west: then days are as in the new zone');
select is(pg_temp.day_at('Pacific/Kiritimati', 'Etc/GMT+12', '2026-03-10 15:00Z'), '2026-03-10 until 11 17:00', 'all the way west, 26 hours: no day runs backwards');
select is(pg_temp.day_at('Etc/GMT+12', 'Pacific/Kiritimati', '2026-03-10 16:59:59Z'), '2026-03-09 until 10 17:00', 'all the way east: before the boundary');
select is(pg_temp.day_at('Etc/GMT+12', 'Pacific/Kiritimati', '2026-03-10 17:00Z'), '2026-03-11 until 11 15:00', 'all the way east: one date never comes');
select is(pg_temp.day_at('Europe/Berlin', 'Asia/Tokyo', '2026-03-09 12:00Z'), '2026-03-09 until 10 04:00', 'an instant before the change is as it was');
select is(pg_temp.day_at('Europe/Berlin', 'Asia/Tokyo', '2026-03-20 12:00Z'), '2026-03-20 until 20 20:00', 'a week later only the new zone counts');

-- Claims across a change.
select test.xp_user('eve', 'Europe/Berlin');
select test.xp_claim('eve', 'daily', '2026-03-10 11:00Z');
select xp.change_timezone_at(test.user('eve')::text, 'Pacific/Honolulu', '2026-03-10 12:00Z');
select is((test.xp_claim('eve', 'daily', '2026-03-11 04:30Z')).status, 'ALREADY_CLAIMED', 'moving west gives no second claim for the day');
select is((test.xp_claim('eve', 'daily', '2026-03-11 15:00Z')).streak_day, 2, 'moving west loses no claim');
select test.xp_user('kim', 'Etc/GMT+12');
select test.xp_claim('kim', 'daily', '2026-03-10 12:00Z');
select xp.change_timezone_at(test.user('kim')::text, 'Pacific/Kiritimati', '2026-03-10 12:00Z');
select is(
  (select format('%s %s %s', c.reward_day_id, c.streak_day, c.grace_used) from test.xp_claim('kim', 'daily', '2026-03-10 17:00Z') c),
  '2026-03-11 2 0', 'a date that never came for the user is no missed day'
);
select test.xp_user('sam', 'Pacific/Apia');
select test.xp_claim('sam', 'daily', '2011-12-29 20:00Z');
select is((test.xp_claim('sam', 'daily', '2011-12-30 20:00Z')).grace_used, 1, 'Apia at 05:00: the 30th was a short day, and could be missed');
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
