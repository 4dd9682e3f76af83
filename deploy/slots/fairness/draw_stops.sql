-- Deploy gamekeeper:slots/fairness/draw_stops to pg
-- requires: core/chance/draw_indexes slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Takes the seed as its two HMAC blocks, as core.draw_indexes does. One expression, so that the planner inlines it.
create function slots.draw_stops(
  inner_block bytea, outer_block bytea, client_seed text, nonce bigint, reel_lengths integer[]
)
returns integer[]
language sql
stable
parallel safe
return core.draw_indexes(
  draw_stops.inner_block, draw_stops.outer_block, draw_stops.client_seed || ':' || draw_stops.nonce, draw_stops.reel_lengths
);
comment on function slots.draw_stops(bytea, bytea, text, bigint, integer[]) is
  'The stop of every reel for one nonce. Draw k = 0, 1, ... is HMAC-SHA256(server seed, client seed '':'' nonce '
  ''':'' k); its first four bytes, big-endian, are a 32-bit word that gives the next reel''s stop by rejection '
  'sampling. Pure; stable only because of the text encoding. [helper]';
revoke all on function slots.draw_stops(bytea, bytea, text, bigint, integer[]) from public;
commit;
