-- Deploy gamekeeper:sparc/rolls/upkeep_saves to pg
-- requires: core/keys/wall_clock core/upkeep/batch_of sparc/dice/declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What an earlier run or a caller has thrown, and its player has not asked for, counts as seen now. Skips what somebody has
-- locked: the next run finds it.
create function sparc.upkeep_saves()
returns integer
language plpgsql
volatile
as $$
declare
  _started integer;
begin
  update sparc.declared_rolls as d
  set save_from = core.wall_clock()
  where d.id in (
    select u.id
    from sparc.declared_rolls as u
    where u.thrown_at is not null and u.save_from is null
    order by u.thrown_at
    limit core.batch_of('sparc.saves')
    for no key update skip locked
  );
  get diagnostics _started = row_count;
  return _started;
end
$$;
comment on function sparc.upkeep_saves() is
  'Upkeep: starts the time of heroic saves that nobody has asked for, of the rolls that were thrown first. Returns how many. [helper]';
revoke all on function sparc.upkeep_saves() from public;
commit;
