-- Deploy gamekeeper:core/keys/slot_of_code to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.slot_of_code(code text)
returns integer
language plpgsql
immutable
parallel safe
as $$
declare
  _alphabet constant text := '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  _code constant text := upper(btrim(slot_of_code.code) collate "C");
begin
  if _code !~ '^[2-9A-HJKMNP-Z]{8}$' then
    return null;
  end if;
  return (
    961 * (strpos(_alphabet, left(_code, 1)) - 1)
    + 31 * (strpos(_alphabet, substr(_code, 2, 1)) - 1)
    + strpos(_alphabet, substr(_code, 3, 1)) - 1
  ) % 1024;
end
$$;
comment on function core.slot_of_code(text) is
  'The slot that a code of core.slot_code carries, in upper or lower case; null for what is no such code. Pure. [helper]';
revoke all on function core.slot_of_code(text) from public;
commit;
