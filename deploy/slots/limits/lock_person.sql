-- Deploy gamekeeper:slots/limits/lock_person to pg
-- requires: slots/limits/accounts core/shards/enter core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.lock_person(owner_id uuid)
returns slots.accounts
language plpgsql
volatile
as $$
declare
  _person slots.accounts;
begin
  perform core.enter(core.slot_of(lock_person.owner_id::text));
  insert into slots.accounts (owner_id, currency) values (lock_person.owner_id, '*') on conflict do nothing;
  select * into strict _person
  from slots.accounts as a
  where a.owner_id = lock_person.owner_id and a.currency = '*'
  for no key update;
  return _person;
end
$$;
comment on function slots.lock_person(uuid) is
  'The row of slots.accounts that stands for a person in all currencies, made where it was missing, locked until the end of '
  'the transaction. It comes before all other locks of slots. [helper]';
revoke all on function slots.lock_person(uuid) from public;
commit;
