-- Deploy gamekeeper:sparc/dice/check_roll to pg
-- requires: sparc/people/reject_input sparc/dice/declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.check_roll(roll sparc.declared_rolls)
returns void
language plpgsql
stable
as $$
begin
  if (check_roll.roll).session_id is null then
    perform sparc.reject_input('session_id', 'must not be null');
  elsif num_nonnulls((check_roll.roll).character_id, (check_roll.roll).creature_id) <> 1 then
    perform sparc.reject_input('character_id', 'must be given, or a creature_id in its place');
  elsif (check_roll.roll).attribute is null then
    perform sparc.reject_input('attribute', 'must not be null');
  elsif (check_roll.roll).roll_type is null then
    perform sparc.reject_input('roll_type', 'must not be null');
  elsif (check_roll.roll).roll_type = 'heroic_save' then
    perform sparc.reject_input('roll_type', 'a heroic save is declared by declare_heroic_save');
  elsif coalesce((check_roll.roll).difficulty, 0) not between 3 and 18 then
    perform sparc.reject_input('difficulty', 'must be 3 to 18');
  elsif not sparc.is_modifier_list((check_roll.roll).modifiers) then
    perform sparc.reject_input(
      'modifiers', 'must be an array of at most 20 {"type": "dice" or "flat", "value": whole number}'
    );
  elsif char_length((check_roll.roll).description) > 500 then
    perform sparc.reject_input('description', 'must not be longer than 500 characters');
  elsif (check_roll.roll).is_hidden is null then
    perform sparc.reject_input('is_hidden', 'must not be null');
  end if;
end
$$;
comment on function sparc.check_roll(sparc.declared_rolls) is
  'Refuses what nobody can roll: the arguments of a roll, filled into its row. Raises: INVALID_INPUT. [helper]';
revoke all on function sparc.check_roll(sparc.declared_rolls) from public;
commit;
