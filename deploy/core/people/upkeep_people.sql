-- Deploy gamekeeper:core/people/upkeep_people to pg
-- requires: core/people/erase_ids core/people/run_person_hooks core/upkeep/upkeep_tasks core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Bounded, so that a run is short. One account that can't be erased keeps no other from it; core.health_people names it.
-- A call of the person that had begun before the erasure could still write after the hooks had looked: no call lasts that long,
-- so the hooks run again a while later.
create function core.upkeep_people()
returns text
language plpgsql
volatile
as $$
declare
  _most_in_a_run constant integer := 20;
  _longest_call constant interval := interval '10 minutes';
  _at constant timestamptz := core.wall_clock();
  _id uuid;
  _erased integer := 0;
  _swept integer := 0;
  _failed integer := 0;
  _problem text;
begin
  for _id in
    select c.person_id from core.closed_persons as c where c.until <= _at order by c.until limit _most_in_a_run for update skip locked
  loop
    begin
      perform core.erase_ids(_id, 'closed by the person');
      _erased := _erased + 1;
    exception
      when others then
        _failed := _failed + 1;
        _problem := coalesce(_problem, sqlstate);
    end;
  end loop;
  for _id in
    select c.person_id from core.closed_persons as c
    where c.kind = 'erased' and c.swept_at is null and c.closed_at <= _at - _longest_call
    order by c.closed_at limit _most_in_a_run for update skip locked
  loop
    begin
      perform core.run_person_hooks('erase', _id);
      update core.closed_persons as c set swept_at = _at where c.person_id = _id;
      _swept := _swept + 1;
    exception
      when others then
        _failed := _failed + 1;
        _problem := coalesce(_problem, sqlstate);
    end;
  end loop;
  return format('%s erased, %s looked at again', _erased, _swept) || case when _failed > 0 then format(', %s failed (%s)', _failed, _problem) else '' end;
end
$$;
comment on function core.upkeep_people() is
  'Erases accounts whose time to come back is over, and repeats each erasure after ten minutes, for what a call that ran '
  'beside it wrote; 20 of each in a run. [helper]';
revoke all on function core.upkeep_people() from public;

insert into core.upkeep_tasks (task, function, meaning) values
  ('core.people', 'core.upkeep_people()', 'Erases accounts that were closed core.account_return_days ago.');
commit;
