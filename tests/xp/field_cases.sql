-- What went wrong elsewhere and holds here: clocks that change, and flights to the west in the evening.
begin;
select plan(27);
select test.as_owner();

-- Midnight comes twice or never in Havana; New York repeats and skips an hour.
select is(
  (xp.zone_day(v.zone, v.start::time, v.at::timestamptz)).day, v.day::date,
  format('%s at %s: the reward day from %s on is %s', v.zone, v.at, v.start, v.day)
)
from (values
  ('America/Havana', '00:00', '2026-11-01 03:59Z', '2026-10-31'), ('America/Havana', '00:00', '2026-11-01 04:00Z', '2026-11-01'),
  ('America/Havana', '00:00', '2026-11-01 05:00Z', '2026-11-01'), ('America/Havana', '00:00', '2026-03-08 04:59Z', '2026-03-07'),
  ('America/Havana', '00:00', '2026-03-08 05:00Z', '2026-03-08'), ('America/New_York', '01:30', '2026-11-01 05:29Z', '2026-10-31'),
  ('America/New_York', '01:30', '2026-11-01 05:30Z', '2026-11-01'), ('America/New_York', '01:30', '2026-11-01 06:30Z', '2026-11-01'),
  ('America/New_York', '02:30', '2026-03-08 06:59Z', '2026-03-07'), ('America/New_York', '02:30', '2026-03-08 07:00Z', '2026-03-08')
) as v (zone, start, at, day);

-- Ann flies from Brussels to London in the evening.
select test.xp_activate('night', test.xp_policy(test.xp_flat() || '{
  "grace": {"allowedMisses": 0, "windowDays": 0},
  "claimWindow": {"startLocalTime": "00:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},
  "streakModel": {"type": "PlateauCap", "parameters": {"plateauDay": 100, "plateauMultiplier": 1}}
}'));
select test.xp_user('ann', 'Europe/Brussels');
select xp.change_timezone_at(test.user('ann')::text, 'Europe/London', '2027-05-05 18:00 Europe/Brussels');
select is(
  (select format('%s %s %s', c.status, c.streak_day, c.reward_day_id) from test.xp_claim('ann', 'night', v.at::timestamptz) as c), v.expected,
  format('who flies west in the evening and claims at %s gets %s', v.at, v.expected)
)
from (values
  ('2027-05-05 23:30 Europe/Brussels', 'NEW 1 2027-05-05'), ('2027-05-05 23:30 Europe/London', 'ALREADY_CLAIMED 1 2027-05-05'),
  ('2027-05-06 20:00 Europe/London', 'NEW 2 2027-05-06')
) as v (at, expected);

-- Case 25: twelve hours a day, five days, then ten days of nothing.
select test.xp_activate('morning', jsonb_set(r.definition, '{claimWindow,durationHours}', '12')) from xp.xp_rules as r where r.policy_key = 'night';
select test.xp_user('dora');
select test.xp_claim('dora', 'morning', make_timestamptz(2027, 3, d, 10, 0, 0, 'UTC')) from generate_series(1, 5) as d;
select is(
  (select format('%s %s %s', e.eligible, e.reason, e.streak_preview) from xp.eligibility_at(test.user('dora')::text, 'morning', v.at::timestamptz) as e),
  v.expected, format('eligibility shows no dead streak: on %s it says %s', v.at, v.expected)
)
from (values
  ('2027-03-05 11:00Z', 'f ALREADY_CLAIMED 5'), ('2027-03-06 10:00Z', 't  6'), ('2027-03-06 20:00Z', 'f CLAIM_WINDOW_CLOSED 1'),
  ('2027-03-15 10:00Z', 't  1'), ('2027-03-15 20:00Z', 'f CLAIM_WINDOW_CLOSED 1')
) as v (at, expected);

-- Case 26: from Los Angeles to New York and home again two days later.
select test.xp_user('gina', 'America/Los_Angeles');
select xp.change_timezone_at(test.user('gina')::text, 'America/New_York', '2027-05-05 12:00 America/Los_Angeles');
select xp.change_timezone_at(test.user('gina')::text, 'America/Los_Angeles', '2027-05-07 12:00 America/Los_Angeles');
select is(
  (select format('%s %s %s', c.status, c.streak_day, c.reward_day_id) from test.xp_claim('gina', 'night', (v.at || ' America/Los_Angeles')::timestamptz) as c),
  v.expected, format('who comes home within a week misses no day of home: on %s it is %s', v.at, v.expected)
)
from (values
  ('2027-05-07 20:00', 'NEW 1 2027-05-07'), ('2027-05-08 22:00', 'NEW 2 2027-05-08'),
  ('2027-05-09 20:00', 'NEW 3 2027-05-09'), ('2027-05-10 22:00', 'NEW 4 2027-05-10')
) as v (at, expected);

-- Case 27: the day began at 05:00, from now on it begins at midnight.
select test.xp_user('finn');
select test.xp_activate('moved', jsonb_set(r.definition, '{claimWindow,startLocalTime}', '"05:00"')) from xp.xp_rules as r where r.policy_key = 'night';
create temp table first_receipt as select c.* from test.xp_claim('finn', 'moved', '2027-05-10 04:40Z') as c;
select is((select format('%s %s', f.status, f.reward_day_id) from first_receipt as f), 'NEW 2027-05-09', 'before the start it is the day before');
select test.xp_activate('moved', r.definition) from xp.xp_rules as r where r.policy_key = 'night';
select is(
  (select (c.status, c.receipt_id)::text from test.xp_claim('finn', 'moved', '2027-05-10 04:45Z') as c),
  (select ('ALREADY_CLAIMED', f.receipt_id)::text from first_receipt as f), 'moving the day''s start pays nothing twice within minutes'
);
select is((select c.status from test.xp_claim('finn', 'night', '2027-05-10 05:39:59Z') as c), 'ALREADY_CLAIMED', 'another policy whose day begins elsewhere pays nothing within an hour');
select is(
  (select format('%s %s', c.status, c.reward_day_id) from test.xp_claim('finn', 'moved', '2027-05-10 05:40Z') as c), 'NEW 2027-05-10',
  'an hour after the last award the moved day is paid'
);

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
