-- Deploy gamekeeper:sparc/dice/draw_roll to pg
-- requires: core/chance/draw_word sparc/sessions/dice_secrets sparc/dice/draw_dice sparc/dice/judge_roll sparc/dice/modifier_sum sparc/dice/declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The secret goes from its row into the draw inside one query and never stands in a variable.
create function sparc.draw_roll(roll sparc.declared_rolls, at timestamptz)
returns sparc.dice_rolls
language plpgsql
stable
as $$
declare
  _dice integer[];
  _seed bigint;
  _result sparc.dice_rolls;
begin
  select
    sparc.draw_dice(k.inner_block, k.outer_block, (draw_roll.roll).roll_number, (draw_roll.roll).dice_count),
    core.draw_word(
      k.inner_block, k.outer_block, convert_to((draw_roll.roll).roll_number || ':animation', 'UTF8')
    )
  into strict _dice, _seed
  from sparc.dice_secrets as k
  where k.session_id = (draw_roll.roll).session_id and k.from_number <= (draw_roll.roll).roll_number
  order by k.secret_number desc
  limit 1;

  _result.results := _dice;
  _result.animation_seed := _seed;
  _result.id := (draw_roll.roll).id;
  _result.session_id := (draw_roll.roll).session_id;
  _result.roll_number := (draw_roll.roll).roll_number;
  _result.character_id := (draw_roll.roll).character_id;
  _result.creature_id := (draw_roll.roll).creature_id;
  _result.character_name := (draw_roll.roll).character_name;
  _result.attribute := (draw_roll.roll).attribute;
  _result.dice_count := (draw_roll.roll).dice_count;
  _result.difficulty := (draw_roll.roll).difficulty;
  _result.roll_type := (draw_roll.roll).roll_type;
  _result.modifiers := (draw_roll.roll).modifiers;
  _result.description := (draw_roll.roll).description;
  _result.original_roll_id := (draw_roll.roll).original_roll_id;
  _result.is_hidden := (draw_roll.roll).is_hidden;
  _result.created_at := draw_roll.at;
  _result.total := (select sum(die.face)::integer from unnest(_result.results) as die (face));
  _result.modified_total := _result.total + sparc.modifier_sum(_result.modifiers, 'flat');
  _result.margin := _result.modified_total - _result.difficulty;
  _result.outcome := sparc.judge_roll(_result.results, _result.modified_total, _result.difficulty);
  _result.success := _result.outcome in ('critical_success', 'success');
  return _result;
end
$$;
comment on function sparc.draw_roll(sparc.declared_rolls, timestamptz) is
  'What a declared roll shows and what that means: it follows from the dice secret of the session, the roll''s number and '
  'what was declared. Call it only where core.is_settled says so, under the lock of the session. [helper]';
revoke all on function sparc.draw_roll(sparc.declared_rolls, timestamptz) from public;
commit;
