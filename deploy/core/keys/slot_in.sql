-- Deploy gamekeeper:core/keys/slot_in to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The first three digits of a uuid's fourth group are the two bits of the variant and ten bits, where core.uuid_v7
-- writes the slot.
create function core.slot_in(id uuid)
returns integer
language sql
immutable
parallel safe
return ('x' || substr(slot_in.id::text, 20, 3))::bit(12)::integer & 1023;
comment on function core.slot_in(uuid) is
  'The slot that an id carries, 0 to 1023: the ten bits after the variant. Pure; null for null. [helper]';
revoke all on function core.slot_in(uuid) from public;
commit;
