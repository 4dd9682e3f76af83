-- Deploy gamekeeper:slots/fairness/draw_stops to pg
-- requires: slots/fairness/unbiased_index
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Takes the seed as its two HMAC blocks, so that a draw costs two sha256 and not a walk over the key.
create function slots.draw_stops(
  inner_block bytea, outer_block bytea, client_seed text, nonce bigint, reel_lengths integer[]
)
returns integer[]
language plpgsql
stable
strict
parallel safe
as $$
declare
  _prefix bytea := draw_stops.inner_block || convert_to(draw_stops.client_seed || ':' || draw_stops.nonce || ':', 'UTF8');
  _draw integer := 0;
  _block bytea;
  _word bigint;
  _size integer;
  _stop integer;
  _stops integer[] := array[]::integer[];
begin
  for _reel in 1 .. cardinality(draw_stops.reel_lengths) loop
    _size := draw_stops.reel_lengths[_reel];
    loop
      _block := sha256(draw_stops.outer_block || sha256(_prefix || convert_to(_draw::text, 'UTF8')));
      _draw := _draw + 1;
      _word := (get_byte(_block, 0)::bigint << 24) + (get_byte(_block, 1) << 16) + (get_byte(_block, 2) << 8) + get_byte(_block, 3);
      _stop := slots.unbiased_index(_word, _size);
      exit when _stop is not null;
    end loop;
    _stops[_reel] := _stop;
  end loop;
  return _stops;
end
$$;
comment on function slots.draw_stops(bytea, bytea, text, bigint, integer[]) is
  'The stop of every reel for one nonce. Draw k = 0, 1, ... is HMAC-SHA256(server seed, client seed '':'' nonce '
  ''':'' k); its first four bytes, big-endian, are a 32-bit word that gives the next reel''s stop by rejection '
  'sampling. Pure; stable only because of the text encoding. [helper]';
revoke all on function slots.draw_stops(bytea, bytea, text, bigint, integer[]) from public;
commit;
