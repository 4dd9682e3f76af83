-- Deploy gamekeeper:sparc/leaving/close_person to pg
-- requires: core/people/person_hooks core/people/run_new_hook core/keys/wall_clock sparc/people/users sparc/leaving/leave_sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.close_person(person_id uuid)
returns void
language plpgsql
volatile
as $$
begin
  perform sparc.leave_sessions(close_person.person_id);
  update sparc.users as u
  set deleted_at = core.wall_clock()
  where u.id = close_person.person_id and u.deleted_at is null;
end
$$;
comment on function sparc.close_person(uuid) is
  'The close hook of sparc: takes the person out of sessions and hides the profile; characters, adventures and the rest wait '
  'for them. Raises: COMMIT_FIRST, when a roll of theirs was declared in this transaction. [helper]';
revoke all on function sparc.close_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('sparc', 'close', 'sparc.close_person(uuid)');
commit;
