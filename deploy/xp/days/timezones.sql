-- Deploy gamekeeper:xp/days/timezones to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- pg_timezone_names reads a thousand files (35 ms) and "at time zone" takes abbreviations and POSIX rules
-- too; a table answers by key, in the exact spelling, and can carry a foreign key.
create table xp.timezones (
  name text primary key
);
comment on table xp.timezones is
  'IANA time zones of this server, filled from pg_timezone_names at deploy and by upkeep. No zone is ever removed, since users may live in it.';
comment on column xp.timezones.name is 'Exact IANA name, such as Asia/Kathmandu. [none]';
alter table xp.timezones enable row level security;
grant select on xp.timezones to anon, authenticated, service_role;
create policy readable_by_all on xp.timezones for select to anon, authenticated, service_role using (true);
comment on policy readable_by_all on xp.timezones is 'A list for a form''s choice; it holds no data of anybody.';
commit;
