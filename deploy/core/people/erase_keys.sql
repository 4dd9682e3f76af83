-- Deploy gamekeeper:core/people/erase_keys to pg
-- requires: core/people/person_hooks core/people/run_new_hook core/records/request_keys
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.erase_keys(person_id uuid)
returns void
language sql
volatile
begin atomic
  delete from core.request_keys as r where r.caller = erase_keys.person_id::text;
end;
comment on function core.erase_keys(uuid) is
  'The erase hook of core: forgets the idempotency keys of a person, whose hashes could tell what the arguments were. [helper]';
revoke all on function core.erase_keys(uuid) from public;

insert into core.person_hooks (system, kind, function) values ('core', 'erase', 'core.erase_keys(uuid)');
commit;
