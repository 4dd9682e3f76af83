-- Deploy gamekeeper:core/chance/draw_indexes to pg
-- requires: core/chance/draw_word core/chance/unbiased_index
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- No argument goes into a query here: the blocks are as secret as the key. The word has a variable of its own, because
-- unbiased_index is inlined only where its argument is cheap.
create function core.draw_indexes(inner_block bytea, outer_block bytea, message text, sizes integer[])
returns integer[]
language plpgsql
stable
strict
parallel safe
as $$
declare
  _draw integer := 0;
  _word bigint;
  _index integer;
  _indexes integer[] := array[]::integer[];
begin
  for _at in 1..cardinality(draw_indexes.sizes) loop
    loop
      _word := core.draw_word(
        draw_indexes.inner_block, draw_indexes.outer_block, convert_to(draw_indexes.message || ':' || _draw::text, 'UTF8')
      );
      _index := core.unbiased_index(_word, draw_indexes.sizes[_at]);
      _draw := _draw + 1;
      exit when _index is not null;
    end loop;
    _indexes[_at] := _index;
  end loop;
  return _indexes;
end
$$;
comment on function core.draw_indexes(bytea, bytea, text, integer[]) is
  'One index of 0 to size - 1 for each size. Draw k = 0, 1, ... is the word of HMAC-SHA256(key, message '':'' k); a word '
  'in the incomplete last stretch is passed over (rejection sampling). The key comes as its two blocks. Pure; stable only '
  'because of the text encoding. [helper]';
revoke all on function core.draw_indexes(bytea, bytea, text, integer[]) from public;
commit;
