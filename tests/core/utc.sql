-- core.utc: UTC is a distance and not a name that the session may define.
begin;
select plan(3);

set local timezone = '<UTC>-12';
select is(core.utc('2026-01-01 00:00:00+00'), timestamp '2026-01-01 00:00:00', 'the session''s TimeZone does not matter');
set local timezone = 'Asia/Kathmandu';
select is(core.utc('2026-06-30 23:59:59.999999-03'), timestamp '2026-07-01 02:59:59.999999', 'an instant keeps its microseconds');
select is(core.utc(null), null, 'no instant has no time in UTC');

select * from finish();
rollback;
