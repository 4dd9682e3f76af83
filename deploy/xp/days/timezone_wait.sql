-- Deploy gamekeeper:xp/days/timezone_wait to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.timezone_wait()
returns interval
language sql
immutable
parallel safe
return interval '168 hours';
comment on function xp.timezone_wait() is
  'How long a user waits from one change of the time zone to the next. It is longer than any reward day, also one that a move made longer: xp.calendar_day stands on that. [helper]';
revoke all on function xp.timezone_wait() from public;
commit;
