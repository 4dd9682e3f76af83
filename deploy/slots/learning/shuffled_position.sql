-- Deploy gamekeeper:slots/learning/shuffled_position to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A Feistel network over the next power of four, walked on until it falls below size: every position is
-- hit exactly once, so a walk over it draws without replacement and needs no memory.
create function slots.shuffled_position(place bigint, size bigint, seed bigint)
returns bigint
language plpgsql
immutable
strict
parallel safe
as $$
declare
  _half integer := ceil(ln(greatest(shuffled_position.size, 2)::numeric) / ln(4::numeric))::integer;
  _mask bigint := (1::bigint << _half) - 1;
  _left bigint;
  _right bigint;
  _position bigint := shuffled_position.place;
begin
  loop
    _left := _position >> _half;
    _right := _position & _mask;
    for _round in 1 .. 4 loop
      _position := _left # (hashint8extended(_right * 8 + _round, shuffled_position.seed) & _mask);
      _left := _right;
      _right := _position;
    end loop;
    _position := (_left << _half) | _right;
    exit when _position < shuffled_position.size;
  end loop;
  return _position;
end
$$;
comment on function slots.shuffled_position(bigint, bigint, bigint) is
  'Where place (0 to size - 1) goes when size positions are shuffled by seed: a permutation. For sampling, not for dice. Pure. [helper]';
revoke all on function slots.shuffled_position(bigint, bigint, bigint) from public;
commit;
