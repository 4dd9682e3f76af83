-- Deploy gamekeeper:sparc/dice/dice_from_bytes to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- 252 is the greatest multiple of 6 in a byte: bytes from 252 up are skipped, so that each face is
-- equally likely.
create function sparc.dice_from_bytes(entropy bytea)
returns integer[]
language plpgsql
immutable
strict
parallel safe
as $$
begin
  return array(
    select get_byte(dice_from_bytes.entropy, position.at) % 6 + 1
    from generate_series(0, length(dice_from_bytes.entropy) - 1) as position (at)
    where get_byte(dice_from_bytes.entropy, position.at) < 252
    order by position.at
  );
end
$$;
comment on function sparc.dice_from_bytes(bytea) is
  'Six-sided dice out of random bytes, in order, without modulo bias; a byte in 64 gives none. Pure. [helper]';
revoke all on function sparc.dice_from_bytes(bytea) from public;
commit;
