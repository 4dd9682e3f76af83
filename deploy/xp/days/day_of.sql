-- Deploy gamekeeper:xp/days/day_of to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A claim asks it up to four times: what it takes is set up once in a transaction, and not at all for who claims first.
create function xp.day_of(day_id text)
returns date
language plpgsql
immutable
strict
parallel safe
as $$
begin
  return case
    when day_of.day_id ~ '^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' then make_date(
      split_part(day_of.day_id, '-', 1)::integer,
      split_part(day_of.day_id, '-', 2)::integer,
      1
    ) + (split_part(day_of.day_id, '-', 3)::integer - 1)
  end;
end
$$;
comment on function xp.day_of(text) is
  'The date of a reward day id YYYY-MM-DD, whatever the session''s DateStyle; null for null and for a text of another form. [helper]';
revoke all on function xp.day_of(text) from public;
commit;
