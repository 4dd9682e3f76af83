-- Deploy gamekeeper:core/keys/slot_code to pg
-- requires: core/keys/join_code core/keys/strong_random
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Of the 31^3 = 29791 beginnings, 29 or 30 stand for each slot. A byte in the incomplete last stretch is drawn again,
-- so that each of them is equally likely.
create function core.slot_code(slot integer)
returns text
language plpgsql
volatile
parallel safe
as $$
declare
  _alphabet constant text := '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  _beginnings constant integer := (29791 - slot_code.slot + 1023) / 1024;
  _byte integer;
  _value integer;
begin
  loop
    _byte := get_byte(core.strong_random(), 0);
    exit when _byte < 256 - 256 % _beginnings;
  end loop;
  _value := slot_code.slot + 1024 * (_byte % _beginnings);
  return substr(_alphabet, _value / 961 + 1, 1)
    || substr(_alphabet, _value / 31 % 31 + 1, 1)
    || substr(_alphabet, _value % 31 + 1, 1)
    || left(core.join_code(), 5);
end
$$;
comment on function core.slot_code(integer) is
  'A random code of 8 characters out of 23456789ABCDEFGHJKMNPQRSTUVWXYZ that carries a slot, 0 to 1023: the first three '
  'characters are a number of base 31 that leaves it when divided by 1024 (core.slot_of_code reads it). Of 8.5e11 codes '
  'each slot has 8.3e8. Not unique by itself: insert it under a unique constraint and retry. [helper]';
revoke all on function core.slot_code(integer) from public;
commit;
