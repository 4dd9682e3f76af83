-- Deploy gamekeeper:core/chance/hmac_pad to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.hmac_pad(key bytea, pad integer)
returns bytea
language plpgsql
immutable
strict
parallel safe
as $$
declare
  _key bytea := case when length(hmac_pad.key) > 64 then sha256(hmac_pad.key) else hmac_pad.key end;
  _block bytea := decode(repeat(lpad(to_hex(hmac_pad.pad), 2, '0'), 64), 'hex');
begin
  for _at in 0..length(_key) - 1 loop
    _block := set_byte(_block, _at, get_byte(_key, _at) # hmac_pad.pad);
  end loop;
  return _block;
end
$$;
comment on function core.hmac_pad(bytea, integer) is
  'The 64-byte block that HMAC-SHA256 (RFC 2104) puts before what it hashes: the key XOR the pad byte, 54 for the inner '
  'hash, 92 for the outer. Pure. [helper]';
revoke all on function core.hmac_pad(bytea, integer) from public;
commit;
