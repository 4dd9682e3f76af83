-- What went wrong elsewhere and holds here: clocks that change, and flights to the west in the evening.
begin;
select plan(14);
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

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
