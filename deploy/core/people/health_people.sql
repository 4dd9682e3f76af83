-- Deploy gamekeeper:core/people/health_people to pg
-- requires: core/callers/closed_persons core/upkeep/health_checks core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_people()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  select
    count(c.person_id) = 0,
    case
      when count(c.person_id) = 0 then 'every account that is due is erased'
      else format('%s accounts were due an hour ago, the first %s', count(c.person_id), min(c.person_id::text))
    end,
    'Call core.erase_person(person_id, reason) for the one it names, and mend what the error says.'
  from core.closed_persons as c
  where c.until <= core.wall_clock() - interval '1 hour'
    or (c.kind = 'erased' and c.swept_at is null and c.closed_at <= core.wall_clock() - interval '1 hour');
end;
comment on function core.health_people() is
  'Whether each closed account whose time is over is erased, and each erasure was looked at again, within the hour. [helper]';
revoke all on function core.health_people() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.people', 'core.health_people()', 'Who has left is erased in time.');
commit;
