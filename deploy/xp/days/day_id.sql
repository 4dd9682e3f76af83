-- Deploy gamekeeper:xp/days/day_id to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.day_id(day date)
returns text
language sql
immutable
strict
parallel safe
return lpad(extract(year from day_id.day)::text, 4, '0')
  || '-' || lpad(extract(month from day_id.day)::text, 2, '0')
  || '-' || lpad(extract(day from day_id.day)::text, 2, '0');
comment on function xp.day_id(date) is
  'The id of a reward day, YYYY-MM-DD whatever the session''s DateStyle. [helper]';
revoke all on function xp.day_id(date) from public;
commit;
