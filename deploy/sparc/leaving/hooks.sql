-- Deploy gamekeeper:sparc/leaving/hooks to pg
-- requires: core/people/person_hooks core/people/run_new_hook sparc/leaving/erase_person sparc/leaving/close_person sparc/leaving/reopen_person sparc/leaving/merge_person sparc/leaving/export_person
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.person_hooks (system, kind, function) values
  ('sparc', 'erase', 'sparc.erase_person(uuid)'),
  ('sparc', 'close', 'sparc.close_person(uuid)'),
  ('sparc', 'reopen', 'sparc.reopen_person(uuid)'),
  ('sparc', 'merge', 'sparc.merge_person(uuid, uuid)'),
  ('sparc', 'export', 'sparc.export_person(uuid, jsonb, integer)');
commit;
