-- Deploy gamekeeper:core/people/run_new_hook to pg
-- requires: core/people/person_hooks core/people/run_person_hooks core/callers/closed_persons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A system may be added, or deployed again, after somebody has left; its sign-up may have made them anew from auth.users.
create function core.run_new_hook()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  perform core.run_person_hooks(new.kind, c.person_id, c.into_id, new.system)
  from core.closed_persons as c
  where (c.kind, new.kind) in (('erased', 'erase'), ('closed', 'close'), ('merged', 'merge'));
  return null;
end
$$;
comment on function core.run_new_hook() is
  'Trigger: a hook that is registered is called for everybody in core.closed_persons whom it concerns. [helper]';
revoke all on function core.run_new_hook() from public;
create trigger run_new_hook after insert on core.person_hooks for each row execute function core.run_new_hook();
commit;
