-- Deploy gamekeeper:sparc/dice/repeated_roll to pg
-- requires: core/errors/raise sparc/people/reject_input sparc/dice/declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.repeated_roll(asked sparc.declared_rolls)
returns sparc.declared_rolls
language plpgsql
stable
as $$
declare
  _roll sparc.declared_rolls;
begin
  if (repeated_roll.asked).idempotency_key is null then
    return null;
  elsif char_length((repeated_roll.asked).idempotency_key) not between 1 and 200 then
    perform sparc.reject_input('idempotency_key', 'must be 1 to 200 characters');
  end if;
  select *
  into _roll
  from sparc.declared_rolls as d
  where d.session_id = (repeated_roll.asked).session_id
    and d.roller_id = (repeated_roll.asked).roller_id
    and d.idempotency_key = (repeated_roll.asked).idempotency_key;
  if found and (
    _roll.character_id, _roll.creature_id, _roll.attribute, _roll.difficulty, _roll.roll_type, _roll.modifiers,
    _roll.description, _roll.is_hidden, _roll.original_roll_id
  ) is distinct from (
    (repeated_roll.asked).character_id, (repeated_roll.asked).creature_id,
    (repeated_roll.asked).attribute, (repeated_roll.asked).difficulty,
    (repeated_roll.asked).roll_type, (repeated_roll.asked).modifiers,
    (repeated_roll.asked).description, (repeated_roll.asked).is_hidden,
    (repeated_roll.asked).original_roll_id
  ) then
    perform core.raise('IDEMPOTENCY_CONFLICT', '{"field": "idempotency_key"}');
  end if;
  return _roll;
end
$$;
comment on function sparc.repeated_roll(sparc.declared_rolls) is
  'The roll that the same roller declared in the session under the same key before; null without one. Raises: '
  'INVALID_INPUT, IDEMPOTENCY_CONFLICT, when what was asked differs. [helper]';
revoke all on function sparc.repeated_roll(sparc.declared_rolls) from public;
commit;
