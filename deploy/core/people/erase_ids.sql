-- Deploy gamekeeper:core/people/erase_ids to pg
-- requires: core/people/person_ids core/people/run_person_hooks core/people/empty_sign_up core/callers/leaving_instant core/keys/wall_clock core/records/note_act
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The row of core.closed_persons comes first: whoever erases the same person at the same time waits for it, and finds it done.
-- deleted_id is the row of auth.users that a DELETE is removing: its trigger can't empty it. Upkeep runs the hooks again ten
-- minutes after closed_at, so a server that hears late of an erasure takes no older instant than five minutes ago.
create function core.erase_ids(person_id uuid, reason text, deleted_id uuid default null)
returns core.closed_persons
language plpgsql
volatile
as $$
declare
  _most_late constant interval := interval '5 minutes';
  _at constant timestamptz := greatest(core.leaving_instant(), core.wall_clock() - _most_late);
  _id uuid;
  _erased uuid[] := array[]::uuid[];
  _row core.closed_persons;
begin
  foreach _id in array core.person_ids(erase_ids.person_id) loop
    insert into core.closed_persons as c (person_id, kind, closed_at) values (_id, 'erased', _at)
    on conflict on constraint closed_persons_pkey do update
    set kind = 'erased', closed_at = _at, until = null
    where c.kind <> 'erased';
    if found then
      perform core.run_person_hooks('erase', _id);
      if _id is distinct from erase_ids.deleted_id then
        perform core.empty_sign_up(_id);
      end if;
      _erased := _erased || _id;
    end if;
  end loop;
  if cardinality(_erased) > 0 then
    perform core.note_act(
      'core.closed_persons', null,
      jsonb_build_object('kind', 'erased', 'person_id', erase_ids.person_id, 'ids', to_jsonb(_erased), 'reason', erase_ids.reason)
    );
  end if;
  select c.* into strict _row from core.closed_persons as c where c.person_id = erase_ids.person_id;
  return _row;
end
$$;
comment on function core.erase_ids(uuid, text, uuid) is
  'Erases a person under all their ids, where that is not done yet, and notes it in core.audit_log without any value of theirs. [helper]';
revoke all on function core.erase_ids(uuid, text, uuid) from public;
commit;
