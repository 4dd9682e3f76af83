-- Deploy gamekeeper:sparc/dice/draw_dice to pg
-- requires: core/chance/draw_indexes
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.draw_dice(inner_block bytea, outer_block bytea, roll_number bigint, dice_count integer)
returns integer[]
language plpgsql
stable
strict
parallel safe
as $$
declare
  _dice integer[] := core.draw_indexes(
    draw_dice.inner_block, draw_dice.outer_block, draw_dice.roll_number::text, array_fill(6, array[draw_dice.dice_count])
  );
begin
  for _at in 1..draw_dice.dice_count loop
    _dice[_at] := _dice[_at] + 1;
  end loop;
  return _dice;
end
$$;
comment on function sparc.draw_dice(bytea, bytea, bigint, integer) is
  'The dice of a roll number, 1 to 6 each, from the blocks of the dice secret; see "Fair dice" in docs/sparc.md. Pure; '
  'stable only because of the text encoding. [helper]';
revoke all on function sparc.draw_dice(bytea, bytea, bigint, integer) from public;
commit;
