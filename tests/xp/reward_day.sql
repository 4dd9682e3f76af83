-- Reward days: the boundary is the window's start on the clock of the zone, whatever the clock does.
begin;
select plan(32);

-- An ordinary day.
select is((xp.zone_day('Europe/Berlin', '05:00', '2026-01-15 03:59:59.999999Z')).day, '2026-01-14'::date, 'before the start it is the day before');
select is(
  xp.zone_day('Europe/Berlin', '05:00', '2026-01-15 04:00Z'),
  row('2026-01-15', '2026-01-15 04:00Z', '2026-01-16 04:00Z')::xp.reward_day, 'at the start the day begins, for 24 hours'
);
select is((xp.zone_day('Asia/Kathmandu', '05:00', '2026-01-14 23:15Z')).day, '2026-01-15'::date, 'a zone at +05:45 has its days');
select is((xp.zone_day('Australia/Lord_Howe', '00:00', '2026-01-14 13:00Z')).day, '2026-01-15'::date, 'a zone at +11 in summer');
select is((xp.zone_day('Pacific/Kiritimati', '00:00', '2026-01-14 10:00Z')).day, '2026-01-15'::date, 'a zone at +14 has its days');
select is((xp.zone_day('Etc/GMT+12', '23:59', '2026-01-15 11:58:59Z')).day, '2026-01-13'::date, 'a zone at -12, days that begin at 23:59');

-- New York skips 02:00 to 03:00 on 2026-03-08 at 07:00Z.
select is(xp.day_start('America/New_York', '01:59', '2026-03-08'), '2026-03-08 06:59Z', 'a start before the skipped hour is where it was');
select is(xp.day_start('America/New_York', '02:00', '2026-03-08'), '2026-03-08 07:00Z', 'a start at the skipped hour is the jump');
select is(xp.day_start('America/New_York', '02:30', '2026-03-08'), '2026-03-08 07:00Z', 'a start inside the skipped hour is the jump');
select is(xp.day_start('America/New_York', '03:00', '2026-03-08'), '2026-03-08 07:00Z', 'a start after the skipped hour is the jump too');
select is(xp.day_start('America/New_York', '03:01', '2026-03-08'), '2026-03-08 07:01Z', 'a start a minute after the skipped hour is where it was');
select is((xp.zone_day('America/New_York', '02:30', '2026-03-08 06:59:59Z')).day, '2026-03-07'::date, 'the last second before the jump is the day before');
select is((xp.zone_day('America/New_York', '02:30', '2026-03-08 07:00Z')).day, '2026-03-08'::date, 'the jump is the new day');

-- New York has 01:00 to 02:00 twice on 2026-11-01, the second time from 06:00Z on.
select is(xp.day_start('America/New_York', '01:30', '2026-11-01'), '2026-11-01 05:30Z', 'of a repeated start the first counts');
select is((xp.zone_day('America/New_York', '01:30', '2026-11-01 05:29:59Z')).day, '2026-10-31'::date, 'before a repeated start it is the day before');
select is((xp.zone_day('America/New_York', '01:30', '2026-11-01 06:10Z')).day, '2026-11-01'::date, 'a clock put back takes no day back');
select is(
  (xp.zone_day('America/New_York', '01:30', '2026-11-01 06:10Z')).next_boundary, '2026-11-02 06:30Z', 'the day of 25 hours ends at 01:30'
);
select is(xp.day_start('America/New_York', '02:00', '2026-11-01'), '2026-11-01 07:00Z', 'a start after the repeated hour comes a single time');

-- Midnight itself is skipped in Santiago (2026-09-06) and repeated in Havana (2026-11-01).
select is(xp.day_start('America/Santiago', '00:00', '2026-09-06'), '2026-09-06 04:00Z', 'a skipped midnight is the jump to 01:00');
select is(xp.day_start('America/Havana', '00:30', '2026-11-01'), '2026-11-01 04:30Z', 'a repeated half past midnight counts the first time');

-- Lord Howe moves by half an hour, Apia left out 2011-12-30.
select is(xp.day_start('Australia/Lord_Howe', '02:15', '2026-10-04'), '2026-10-03 15:30Z', 'half an hour is skipped');
select is(xp.day_start('Australia/Lord_Howe', '01:45', '2026-04-05'), '2026-04-04 14:45Z', 'half an hour is repeated');
select is((xp.zone_day('Pacific/Apia', '00:00', '2011-12-30 09:59:59Z')).day, '2011-12-29'::date, 'Apia: the last second before the date line moved');
select is(
  xp.zone_day('Pacific/Apia', '00:00', '2011-12-30 10:00Z'),
  row('2011-12-31', '2011-12-30 10:00Z', '2011-12-31 10:00Z')::xp.reward_day, 'Apia: the second after the date line moved is two dates later'
);
select is(
  xp.day_start('Pacific/Apia', '00:00', '2011-12-30'), xp.day_start('Pacific/Apia', '00:00', '2011-12-31'), 'Apia: the date between never came'
);
select is(
  xp.zone_day('Pacific/Apia', '05:00', '2011-12-30 12:00Z'),
  row('2011-12-30', '2011-12-30 10:00Z', '2011-12-30 15:00Z')::xp.reward_day,
  'Apia: until 05:00 on the 31st it is the day before, which has five hours'
);

set local timezone to 'Pacific/Apia';
select is(xp.day_start('America/New_York', '01:30', '2026-11-02'), '2026-11-02 06:30Z', 'the TimeZone of the session does not matter');

-- Names that are abbreviations too: of a fixed offset, or of one that the session chooses.
create temp table lists (name text) on commit drop;
insert into lists values ('Default'), ('Australia'), ('India');
create function pg_temp.ambiguous(list text) returns text[] language plpgsql as $$
begin
  perform set_config('timezone_abbreviations', list, true);
  return array(
    select z.name from xp.timezones z join pg_timezone_abbrevs a on a.abbrev = upper(z.name)
    where xp.clock_zone(z.name) = z.name and a.utc_offset <> '0' order by z.name
  );
end$$;
select is(pg_temp.ambiguous(name), '{}'::text[], format('with the abbreviations of %s every zone is the IANA one', name)) from lists;
set local timezone_abbreviations to 'Australia';
select is((xp.zone_day('EST', '05:00', '2026-11-21 09:59:59Z')).day, '2026-11-20'::date, 'EST is not Sydney''s clock because a session says so');
set local timezone_abbreviations to 'Default';

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
