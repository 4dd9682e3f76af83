-- Deploy gamekeeper:sparc/rolls/roll_dice to pg
-- requires: sparc/rolls/require_at_once sparc/dice/record_roll sparc/rolls/decide_roll sparc/dice/draw_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.roll_dice(
  session_id uuid,
  character_id uuid,
  attribute sparc.attribute,
  difficulty integer,
  roll_type sparc.roll_type default 'attribute_check',
  modifiers jsonb default '[]',
  description text default null,
  creature_id uuid default null,
  is_hidden boolean default false,
  idempotency_key text default null
)
returns sparc.dice_rolls
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _roll sparc.declared_rolls;
  _result sparc.dice_rolls;
begin
  perform core.require_user();
  perform sparc.require_at_once('sparc.declare_roll');
  _roll.session_id := roll_dice.session_id;
  _roll.character_id := roll_dice.character_id;
  _roll.creature_id := roll_dice.creature_id;
  _roll.attribute := roll_dice.attribute;
  _roll.difficulty := roll_dice.difficulty;
  _roll.roll_type := roll_dice.roll_type;
  _roll.modifiers := roll_dice.modifiers;
  _roll.description := roll_dice.description;
  _roll.is_hidden := roll_dice.is_hidden;
  _roll := sparc.decide_roll(_roll, true, roll_dice.idempotency_key);
  select * into _result from sparc.dice_rolls as r where r.id = _roll.id;
  if found then
    return _result;
  end if;
  _result := sparc.draw_roll(_roll, _roll.thrown_at);
  insert into sparc.dice_rolls select (_result).*;
  return _result;
end
$$;
comment on function sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text, uuid, boolean, text) is
  'declare_roll and throw_roll in one call, for callers who may see a draw in the transaction that decided it: where '
  'core.clients_can_abort is false. Others declare, commit and throw. A repeated idempotency_key gives the first throw. '
  'Call it as select * from sparc.roll_dice(...). Raises: UNAUTHENTICATED, COMMIT_FIRST, INVALID_INPUT, NOT_FOUND, '
  'FORBIDDEN, STATE_ERROR, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text, uuid, boolean, text) from public;
grant execute on function sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text, uuid, boolean, text) to authenticated, service_role;
commit;
