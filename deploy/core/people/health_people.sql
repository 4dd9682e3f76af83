-- Deploy gamekeeper:core/people/health_people to pg
-- requires: core/callers/closed_persons core/records/is_classified core/upkeep/health_checks core/keys/wall_clock
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
    core.is_classified() and count(c.person_id) = 0,
    case
      when not core.is_classified() then 'columns do not say what they hold of people, so nobody can be erased'
      when count(c.person_id) = 0 then 'every account that is due is erased'
      else format('%s accounts were due an hour ago, the first %s', count(c.person_id), min(c.person_id::text))
    end,
    case
      when not core.is_classified() then 'Restore the comments of the schema, as docs/privacy.md shows under Backups.'
      else 'Call core.erase_person(person_id, reason) for the one it names, and mend what the error says.'
    end
  from core.closed_persons as c
  where c.until <= core.wall_clock() - interval '1 hour'
    or (c.kind = 'erased' and c.swept_at is null and c.closed_at <= core.wall_clock() - interval '1 hour');
end;
comment on function core.health_people() is
  'Whether each closed account whose time is over is erased, and each erasure was looked at again, within the hour, and whether '
  'the columns say what is personal. [helper]';
revoke all on function core.health_people() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.people', 'core.health_people()', 'Who has left is erased in time.');
commit;
