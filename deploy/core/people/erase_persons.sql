-- Deploy gamekeeper:core/people/erase_persons to pg
-- requires: core/people/erase_ids core/callers/require_service core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One id at a time, in one order, so that two calls don't wait for each other in a circle.
create function core.erase_persons(person_ids uuid [], reason text)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _id uuid;
  _count integer := 0;
begin
  perform core.require_service();
  if coalesce(length(erase_persons.reason), 0) not between 1 and 200 then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'reason', 'problem', 'must be 1 to 200 characters'));
  end if;
  for _id in
    select distinct u.id from unnest(erase_persons.person_ids) as u (id) where u.id is not null order by u.id
  loop
    continue when exists (select from core.closed_persons as c where c.person_id = _id and c.kind = 'erased');
    perform core.erase_ids(_id, erase_persons.reason);
    _count := _count + 1;
  end loop;
  return _count;
end
$$;
comment on function core.erase_persons(uuid [], text) is
  'Applies a list of erasures again, as after a restore: erases each person of it who is not erased, and says how many those '
  'were. Raises: FORBIDDEN, INVALID_INPUT, STATE_ERROR (restored without comments). [service] [repeat: natural]';
revoke all on function core.erase_persons(uuid [], text) from public;
grant execute on function core.erase_persons(uuid [], text) to service_role;
commit;
