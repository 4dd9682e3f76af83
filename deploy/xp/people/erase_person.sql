-- Deploy gamekeeper:xp/people/erase_person to pg
-- requires: core/people/person_hooks xp/users/xp_users xp/ledger/xp_ledger
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.erase_person(person_id uuid)
returns void
language sql
volatile
begin atomic
  update xp.xp_ledger as l
  set metadata = '{}'
  from xp.xp_users as u
  where u.external_user_id = erase_person.person_id::text and l.user_id = u.user_id and l.metadata <> '{}';
end;
comment on function xp.erase_person(uuid) is
  'Hook of an erasure: what the service noted on grants is overwritten; XP, awards, the streak and ranks stay under the id. [helper]';
revoke all on function xp.erase_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('xp', 'erase', 'xp.erase_person(uuid)');
commit;
