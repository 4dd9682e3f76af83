-- Deploy gamekeeper:sparc/dice/find_repeated_roll to pg
-- requires: core/errors/raise sparc/people/reject_input sparc/dice/declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.find_repeated_roll(asked sparc.declared_rolls)
returns sparc.declared_rolls
language plpgsql
stable
as $$
declare
  _roll sparc.declared_rolls;
begin
  if (find_repeated_roll.asked).idempotency_key is null then
    return null;
  elsif char_length((find_repeated_roll.asked).idempotency_key) not between 1 and 200 then
    perform sparc.reject_input('idempotency_key', 'must be 1 to 200 characters');
  end if;
  select *
  into _roll
  from sparc.declared_rolls as d
  where d.session_id = (find_repeated_roll.asked).session_id
    and d.roller_id = (find_repeated_roll.asked).roller_id
    and d.idempotency_key = (find_repeated_roll.asked).idempotency_key;
  if found and (
    _roll.character_id, _roll.creature_id, _roll.attribute, _roll.difficulty, _roll.roll_type, _roll.modifiers,
    _roll.description, _roll.is_hidden, _roll.original_roll_id
  ) is distinct from (
    (find_repeated_roll.asked).character_id, (find_repeated_roll.asked).creature_id,
    (find_repeated_roll.asked).attribute, (find_repeated_roll.asked).difficulty,
    (find_repeated_roll.asked).roll_type, (find_repeated_roll.asked).modifiers,
    (find_repeated_roll.asked).description, (find_repeated_roll.asked).is_hidden,
    (find_repeated_roll.asked).original_roll_id
  ) then
    perform core.raise('IDEMPOTENCY_CONFLICT', '{"field": "idempotency_key"}');
  end if;
  return _roll;
end
$$;
comment on function sparc.find_repeated_roll(sparc.declared_rolls) is
  'The roll that the same roller declared in the session under the same key before; null without one. Raises: '
  'INVALID_INPUT, IDEMPOTENCY_CONFLICT, when what was asked differs. [helper]';
revoke all on function sparc.find_repeated_roll(sparc.declared_rolls) from public;
commit;
