-- Deploy gamekeeper:core/chance/draw_word to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Takes the key as its two HMAC blocks, so that a word costs two sha256 and not a walk over the key.
create function core.draw_word(inner_block bytea, outer_block bytea, message bytea)
returns bigint
language sql
immutable
strict
parallel safe
return ('x' || encode(
  substr(sha256(draw_word.outer_block || sha256(draw_word.inner_block || draw_word.message)), 1, 4), 'hex'
))::bit(32)::bigint;
comment on function core.draw_word(bytea, bytea, bytea) is
  'The first four bytes of HMAC-SHA256(key, message), big-endian, as a number of 0 to 4294967295; the key as its blocks '
  'core.hmac_pad(key, 54) and core.hmac_pad(key, 92). Pure. [helper]';
revoke all on function core.draw_word(bytea, bytea, bytea) from public;
commit;
