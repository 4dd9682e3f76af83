-- Deploy gamekeeper:xp/days/day_of to pg
-- requires: xp/schema
begin;
set local role gamekeeper;
create function xp.day_of(day_id text)
returns date
language sql
immutable
strict
parallel safe
return make_date(
  split_part(day_of.day_id, '-', 1)::integer,
  split_part(day_of.day_id, '-', 2)::integer,
  split_part(day_of.day_id, '-', 3)::integer
);
comment on function xp.day_of(text) is
  'The date of a reward day id YYYY-MM-DD, whatever the session''s DateStyle.';
revoke all on function xp.day_of(text) from public;
grant execute on function xp.day_of(text) to authenticated, service_role;
commit;
