-- Deploy gamekeeper:slots/checks/fnv1a64 to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The 64-bit state is kept as two 32-bit halves, so that bigint never overflows. The prime is
-- 2^40 + 435: times 2^40 moves the low half by 8 bits into the high half and out of the top.
create function slots.fnv1a64(content bytea, digest text default 'cbf29ce484222325')
returns text
language plpgsql
immutable
strict
parallel safe
as $$
declare
  _high bigint := ('x' || left(fnv1a64.digest, 8))::bit(32)::bigint;
  _low bigint := ('x' || right(fnv1a64.digest, 8))::bit(32)::bigint;
begin
  for _i in 0 .. length(fnv1a64.content) - 1 loop
    _low := _low # get_byte(fnv1a64.content, _i);
    _high := (_high * 435 + ((_low * 435) >> 32) + (_low << 8)) & 4294967295;
    _low := (_low * 435) & 4294967295;
  end loop;
  return lpad(to_hex(_high), 8, '0') || lpad(to_hex(_low), 8, '0');
end
$$;
comment on function slots.fnv1a64(bytea, text) is
  'FNV-1a digest, 64 bits, of a byte string as 16 hex digits; digest is that of the bytes before, so that a long string can be taken in pieces. Pure. [helper]';
revoke all on function slots.fnv1a64(bytea, text) from public;
commit;
