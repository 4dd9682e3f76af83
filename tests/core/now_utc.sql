-- The clock returns the right instant under every TimeZone.
begin;
select plan(4);

set local timezone = 'UTC';
select is(core.now_utc(), now(), 'the clock is the transaction''s instant under UTC');
set local timezone = 'Asia/Kathmandu';
select is(core.now_utc(), now(), 'the clock is the same instant under Asia/Kathmandu');
set local timezone = 'America/St_Johns';
select is(core.now_utc(), now(), 'the clock is the same instant under America/St_Johns');
-- a cast through a timestamp without zone, assigned to timestamptz
select isnt((now() at time zone 'utc')::timestamptz, now(), 'a cast through a timestamp without zone shifts the instant');

select * from finish();
rollback;
