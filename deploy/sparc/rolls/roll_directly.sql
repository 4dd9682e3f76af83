-- Deploy gamekeeper:sparc/rolls/roll_directly to pg
-- requires: core/errors/raise core/callers/is_service sparc/rolls/require_at_once sparc/dice/record_roll sparc/rolls/decide_roll sparc/rolls/decide_heroic_save sparc/dice/draw_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What our functions insert, as the owner, was drawn already. An insert of anybody else passes here, so that no path lets
-- a client choose a result. The service may restore a roll as it was.
create function sparc.roll_directly()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _roll sparc.declared_rolls;
begin
  if new.results is not null and core.is_service() then
    return new;
  end if;
  perform core.require_user();
  perform sparc.require_at_once('sparc.declare_roll');
  if new.original_roll_id is not null or new.roll_type = 'heroic_save' then
    _roll := sparc.decide_heroic_save(new.original_roll_id, true, null);
    if (_roll.session_id, _roll.character_id) is distinct from (new.session_id, new.character_id) then
      perform core.raise('NOT_FOUND', jsonb_build_object('field', 'original_roll_id'));
    end if;
  else
    _roll.session_id := new.session_id;
    _roll.character_id := new.character_id;
    _roll.attribute := new.attribute;
    _roll.difficulty := new.difficulty;
    _roll.roll_type := new.roll_type;
    _roll.modifiers := new.modifiers;
    _roll.description := new.description;
    _roll.is_hidden := false;
    _roll := sparc.decide_roll(_roll, true, null);
  end if;
  return sparc.draw_roll(_roll, _roll.thrown_at);
end
$$;
comment on function sparc.roll_directly() is
  'Trigger: a direct insert decides and throws a roll as roll_dice and heroic_save do, whatever results it holds. Raises: '
  'UNAUTHENTICATED, COMMIT_FIRST, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, HEROIC_SAVE_NOT_FAILED, '
  'HEROIC_SAVE_EXPIRED, HEROIC_SAVE_USED. [helper]';
revoke all on function sparc.roll_directly() from public;
create trigger roll_directly before insert on sparc.dice_rolls
for each row when (current_user <> 'gamekeeper') execute function sparc.roll_directly();
commit;
