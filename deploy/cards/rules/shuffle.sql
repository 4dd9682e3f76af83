-- Deploy gamekeeper:cards/rules/shuffle to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Fisher-Yates from the last card down. The index for position p is a byte b of the stream SHA-256(seed ':0'),
-- SHA-256(seed ':1'), ..., taken mod p + 1; a byte at or above the largest multiple of p + 1 within 256
-- is skipped, so that every index is equally likely. The deck is a byte string, one card number a byte.
create function cards.shuffle(round_seed text, decks integer)
returns bytea
language plpgsql
immutable
strict
parallel safe
as $$
declare
  _deck bytea := substring(
    '\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f30313233343536373839'
    '3a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f6061626364656667'::bytea
    from 1 for 52 * shuffle.decks);
  _prefix constant bytea := decode(replace(shuffle.round_seed, '\', '\\') || ':', 'escape');
  _block bytea;
  _counter integer := 0;
  _at integer := 32;
  _pick integer;
  _limit integer;
  _card integer;
begin
  -- A byte cannot choose among more than 256 cards, and no game has more than two decks.
  if shuffle.decks not in (1, 2) then
    return null;
  end if;
  for _last in reverse 52 * shuffle.decks - 1 .. 1 loop
    _limit := 256 - 256 % (_last + 1);
    loop
      if _at = 32 then
        _block := sha256(_prefix || _counter::text::bytea);
        _counter := _counter + 1;
        _at := 0;
      end if;
      _pick := get_byte(_block, _at);
      _at := _at + 1;
      exit when _pick < _limit;
    end loop;
    _pick := _pick % (_last + 1);
    _card := get_byte(_deck, _last);
    _deck := set_byte(set_byte(_deck, _last, get_byte(_deck, _pick)), _pick, _card);
  end loop;
  return _deck;
end
$$;
comment on function cards.shuffle(text, integer) is
  'The shuffled deck of a round, one byte a card (its number), the first byte the first card dealt: Fisher-Yates '
  'over bytes of SHA-256(round_seed '':'' counter). Null for other than 1 or 2 decks. docs/cards.md tells how to '
  'recompute it in any language. [helper]';
revoke all on function cards.shuffle(text, integer) from public;
commit;
