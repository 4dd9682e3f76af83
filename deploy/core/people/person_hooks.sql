-- Deploy gamekeeper:core/people/person_hooks to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.person_hooks (
  system text,
  kind text constraint person_hooks_kind check (kind in ('erase', 'close', 'reopen', 'merge', 'export')),
  function text not null,
  primary key (system, kind)
);
comment on table core.person_hooks is
  'What each system does when a person leaves, comes back, is merged or asks for their data; a system registers its own in its '
  'last room, and core calls them in the order of the systems'' names (docs/core.md, "People").';
comment on column core.person_hooks.system is 'The system, as its schema is named. [none]';
comment on column core.person_hooks.kind is 'erase, close, reopen, merge or export. [none]';
comment on column core.person_hooks.function is
  'Signature, such as slots.erase_person(uuid): erase, close and reopen take the person, merge the old and the new id, export the person, after and the page size. [none]';
alter table core.person_hooks enable row level security;
commit;
