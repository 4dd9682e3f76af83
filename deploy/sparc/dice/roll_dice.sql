-- Deploy gamekeeper:sparc/dice/roll_dice to pg
-- requires: core/callers/require_user sparc/people/reject_input sparc/dice/make_roll sparc/dice/record_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A thin door: the rules stand in make_roll, because a direct insert must meet them too.
create function sparc.roll_dice(
  session_id uuid,
  character_id uuid,
  attribute sparc.attribute,
  difficulty integer,
  roll_type sparc.roll_type default 'attribute_check',
  modifiers jsonb default '[]',
  description text default null
)
returns sparc.dice_rolls
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _roll sparc.dice_rolls;
begin
  perform core.require_user();
  if roll_dice.session_id is null then
    perform sparc.reject_input('session_id', 'must not be null');
  elsif roll_dice.character_id is null then
    perform sparc.reject_input('character_id', 'must not be null');
  elsif roll_dice.roll_type = 'heroic_save' then
    perform sparc.reject_input('roll_type', 'a heroic save is made by heroic_save');
  end if;
  insert into sparc.dice_rolls as r (session_id, character_id, attribute, difficulty, roll_type, modifiers, description)
  values (
    roll_dice.session_id, roll_dice.character_id, roll_dice.attribute, roll_dice.difficulty, roll_dice.roll_type,
    roll_dice.modifiers, roll_dice.description
  )
  returning r.* into _roll;
  return _roll;
end
$$;
comment on function sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text) is
  'Rolls as many d6 as the character''s attribute and the dice modifiers say (1 to 10) in an active session; flat '
  'modifiers add to the total; all sixes and all ones are critical. For the owner of a seated character, and for '
  'the Seer with any seated character or one of their own. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, '
  'FORBIDDEN, STATE_ERROR. [client]';
revoke all on function sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text) from public;
grant execute on function sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text) to authenticated, service_role;
commit;
