-- Deploy gamekeeper:sparc/leaving/erase_person to pg
-- requires: core/people/person_hooks core/people/run_new_hook core/keys/wall_clock core/records/is_erasure sparc/people/users sparc/tutorial/tutorial_progress sparc/characters/free_name sparc/sessions/guard_session sparc/leaving/leave_sessions sparc/leaving/erase_rolls sparc/leaving/erase_adventures
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Sessions are locked before all else, as everywhere; whatever names somebody after that finds the names gone. Each step finds
-- done what it did before.
create function sparc.erase_person(person_id uuid)
returns void
language plpgsql
volatile
as $$
begin
  perform sparc.leave_sessions(erase_person.person_id);
  perform sparc.free_name(c.id)
  from (
    select o.id, o.name, o.deleted_at
    from sparc.characters as o
    where o.user_id = erase_person.person_id
    order by o.id
    for no key update
  ) as c
  where c.deleted_at is null or c.name !~ '^gone-[0-9a-f]{8}$';
  update sparc.characters as c set equipment = '[]' where c.user_id = erase_person.person_id and c.equipment <> '[]';
  perform sparc.erase_rolls(erase_person.person_id);
  update sparc.sessions as s set looking_for = null where s.seer_id = erase_person.person_id and s.looking_for is not null;
  update sparc.archived_sessions as s set looking_for = null where s.seer_id = erase_person.person_id and s.looking_for is not null;
  perform sparc.erase_adventures(erase_person.person_id);
  delete from sparc.tutorial_progress as t where t.user_id = erase_person.person_id;
  update sparc.users as u
  set
    email = null, display_name = 'gone', avatar_url = null, bio = null,
    deleted_at = coalesce(u.deleted_at, core.wall_clock())
  where u.id = erase_person.person_id and (
    u.deleted_at is null or u.display_name <> 'gone' or num_nonnulls(u.email, u.avatar_url, u.bio) > 0
  );
end
$$;
comment on function sparc.erase_person(uuid) is
  'The erase hook of sparc: takes the person out of sessions, empties or overwrites everything personal of theirs, and leaves '
  'what belongs to others or counts. [helper]';
revoke all on function sparc.erase_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('sparc', 'erase', 'sparc.erase_person(uuid)');
commit;
