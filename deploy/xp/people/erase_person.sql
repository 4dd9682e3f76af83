-- Deploy gamekeeper:xp/people/erase_person to pg
-- requires: core/people/person_hooks xp/users/xp_users xp/users/xp_profiles xp/ledger/xp_ledger xp/prizes/xp_prizes
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
  update xp.xp_profiles as p
  set handle = null
  from xp.xp_users as u
  where u.external_user_id = erase_person.person_id::text and p.user_id = u.user_id and p.handle is not null;
  delete from xp.xp_prizes as p
  using xp.xp_users as u
  where u.external_user_id = erase_person.person_id::text and p.user_id = u.user_id and p.paid_at is null;
end;
comment on function xp.erase_person(uuid) is
  'Hook of an erasure: what the service noted on grants is overwritten, and the handle is gone, and prizes that were not paid; XP, awards, levels, the streak and ranks stay under the id. [helper]';
revoke all on function xp.erase_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('xp', 'erase', 'xp.erase_person(uuid)');
commit;
