-- Deploy gamekeeper:core/keys/uuid_v7 to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- 48 bits of milliseconds, 12 bits of their fraction (RFC 9562 section 6.2, method 3), 10 bits of the slot, 52 random
-- bits: ordered to a quarter of a microsecond, so that index inserts stay at the right-hand edge. 2048 is the variant.
-- One expression, so that the planner inlines it and a column default costs no function call.
create function core.uuid_v7(slot integer default 0)
returns uuid
language sql
volatile
parallel safe
return (
  overlay(
    lpad(to_hex((extract(epoch from clock_timestamp()) * 1000000)::bigint * 4096 / 1000), 15, '0')
    placing '7' from 13 for 0
  ) || to_hex(2048 + (uuid_v7.slot & 1023)) || substring(gen_random_uuid()::text from 23)
)::uuid;
comment on function core.uuid_v7(integer) is
  'A new time-ordered UUID, version 7 of RFC 9562, that carries a slot (mod 1024; core.slot_in reads it): later calls of '
  'a session sort after earlier ones as far as the clock tells microseconds apart. Commands pass the slot of the owner. '
  'Without one it is 0, the default of ids for which no slot matters (docs/architecture.md, "Ids"). [helper]';
revoke all on function core.uuid_v7(integer) from public;
grant execute on function core.uuid_v7(integer) to authenticated, service_role;
commit;
