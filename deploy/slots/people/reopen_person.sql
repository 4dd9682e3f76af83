-- Deploy gamekeeper:slots/people/reopen_person to pg
-- requires: core/people/person_hooks slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.reopen_person(person_id uuid)
returns void
language sql
volatile
begin atomic
  update slots.sessions as s
  set deleted_at = null
  where s.owner_id = reopen_person.person_id and s.deleted_at is not null;
end;
comment on function slots.reopen_person(uuid) is 'Hook of an account that is opened again: its owner sees its sessions again, all of them completed. [helper]';
revoke all on function slots.reopen_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('slots', 'reopen', 'slots.reopen_person(uuid)');
commit;
