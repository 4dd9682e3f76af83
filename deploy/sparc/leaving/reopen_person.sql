-- Deploy gamekeeper:sparc/leaving/reopen_person to pg
-- requires: core/people/person_hooks core/people/run_new_hook sparc/people/users
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.reopen_person(person_id uuid)
returns void
language plpgsql
volatile
as $$
begin
  update sparc.users as u set deleted_at = null where u.id = reopen_person.person_id and u.deleted_at is not null;
end
$$;
comment on function sparc.reopen_person(uuid) is
  'The reopen hook of sparc: shows the profile again. Seats that were given up stay given up. [helper]';
revoke all on function sparc.reopen_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('sparc', 'reopen', 'sparc.reopen_person(uuid)');
commit;
